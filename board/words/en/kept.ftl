# What a work session keeps about the person who reads this: on the server, and in this browser.

kept-title = What is kept about me
kept-session = In the session, with your name: what you took on, your goal and how it went, where you are stuck, and what you agreed to by name. Everybody in it can see that. It goes when the session is deleted.
kept-check = An answer that is given without names stands there without yours. Until the question is closed, only you see it. Whoever runs this server could still change the program and look.
kept-text = The text and its earlier copies do not say who wrote what.
kept-browser = In this browser, for nobody else:
kept-cookie = A cookie (worksession), so that you come back as the same person. It lasts a year and belongs to this session and those that follow it.
kept-name = Your name, so that the next session has it ready.
kept-alone = When your last two sessions alone began and ended, so that a pause can be offered to you.
kept-visits = The list of what you opened here, unless you turned it off on the start page.
kept-start = A cookie (start) with the last choices on the start page, if you made any there. It lasts a year and does not say who you are.
kept-drafts = What you typed here and have not sent. It goes once you send it or empty the field.
kept-way-back = On a phone, the address of this session, so that its board leads back here. It goes when the tab is closed.
kept-settings = Whether the clock may make a sound, if you chose that here.
