import {createEngagementSession, createVisitStore} from 'web-engagement/engagement.js';
import {createMonitoringSource} from 'web-engagement/liveperson.js';

const settings = {accountId: 'demo', appInstallationId: 'example', apiHost: 'http://localhost:8000'};
const visits = createVisitStore({key: settings.accountId});
const session = createEngagementSession({
  visits,
  sources: [createMonitoringSource(settings, {visits, lockName: settings.accountId})],
});

const invitation = document.querySelector('#invitation');
session.subscribe(({to}) => {
  invitation.hidden = to.name !== 'expose';
  if (to.name === 'expose') session.shown();
});
document.querySelector('#accept').addEventListener('click', () => session.accept());
document.querySelector('#decline').addEventListener('click', () => session.dismiss());

session.start(new AbortController().signal);
