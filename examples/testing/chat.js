/** What the page does when its visitors accept: the code under test. */
export function inviteTo(chat) {
  return {onAccept: ({detail}) => chat.open(detail.offer.campaignId)};
}
