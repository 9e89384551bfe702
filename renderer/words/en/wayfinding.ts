/** Words about finding one's way: what was read, the rows that letters are read in, the tabs. */
export const enReading = {
  resumeTitle: "Continue reading",
  resume: "Continue where you left off",
  resumeAt: "Continue at “{{section}}”",
  share: "{{percent}} read",
  started: "in progress, {{percent}} read",
  read: "read",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  filterUnread: "Unread",
  allRead: "All the letters here are read.",
};

export const enRows = {
  group: "Arrange by",
  byYear: "Year",
  byRubric: "Rubric",
  byCollection: "Collection",
  noRubric: "Without a rubric",
  letters_one: "{{count}} letter",
  letters_other: "{{count}} letters",
  texts_one: "{{count}} text",
  texts_other: "{{count}} texts",
  nav: "Read in a row",
  choose: "Read in a row: {{where}}",
  position: "{{row}}, {{number}} of {{count}}",
  ofYear: "Year {{year}}",
  undated: "Letters without a date",
  all: "The whole archive",
  previousLetter: "Previous letter",
  nextLetter: "Next letter",
  previousText: "Previous text",
  nextText: "Next text",
};

export const enTabs = {
  label: "Tabs",
  open: "New tab",
  close: "Close the tab “{{title}}”",
  start: "Home",
  position: "{{title}}, tab {{number}} of {{count}}",
  opened: "Opened in a new tab: {{title}}.",
  moved: "Tab moved: {{number}} of {{count}}.",
};
