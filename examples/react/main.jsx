import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {WebEngagement} from 'web-engagement/react.js';

function App() {
  const [offer, setOffer] = useState();
  const open = (event) => {
    event.preventDefault();
    setOffer(event.detail.offer);
  };
  return (
    <>
      <main>
        <h1>React</h1>
        {offer && <p>Open your chat here, for engagement {offer.engagementId}.</p>}
      </main>
      <WebEngagement
        accountId="demo"
        appInstallationId="example"
        apiHost="http://localhost:8000"
        openIn="event"
        entryPoints={['sec://Sport']}
        onEngagementAccept={open}
        onEngagementResume={open}
      />
    </>
  );
}

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
