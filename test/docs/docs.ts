import {updateDocument} from '../../scripts/docs/update-document.js';
import {describeAccessibility} from './accessibility-tables.js';
import {describeConformance} from './conformance-tables.js';
import {describeHosts} from './host-tables.js';
import {describeReliability} from './reliability-tables.js';

// npm run docs: writes the tables of docs/ from the lists of what the tests cover.

updateDocument('docs/conformance.md', describeConformance());
updateDocument('docs/accessibility.md', describeAccessibility());
updateDocument('docs/hosts.md', describeHosts());
updateDocument('docs/reliability.md', describeReliability());
