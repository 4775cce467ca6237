import { expect } from '@open-wc/testing';
import { safeUrl } from '../../src/content/safe-url.js';

const backslash = '\\';

describe('safeUrl', () => {
  const kept: [string, string][] = [
    ['https://example.com', 'https://example.com/'],
    ['http://example.com/a?b=c#d', 'http://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.COM/Path', 'https://example.com/Path'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://social.example/@name', 'https://social.example/@name'],
    ['https://example.com/a b', 'https://example.com/a%20b'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['mailto:editor@example.com?subject=Hello', 'mailto:editor@example.com?subject=Hello'],
  ];
  for (const [typed, href] of kept) {
    it(`keeps ${typed}`, () => expect(safeUrl(typed)).to.equal(href));
  }

  const rejected: [string, string | null | undefined][] = [
    ['undefined', undefined],
    ['null', null],
    ['an empty string', ''],
    ['a relative path', '/comments'],
    ['a bare host', 'example.com'],
    ['a hash', '#comment-3'],
    ['a scheme-relative URL', '//evil.example/'],
    ['a script URL', 'javascript:alert(1)'],
    ['a script URL in mixed case', 'JaVaScRiPt:alert(1)'],
    ['a script URL after a space', ' javascript:alert(1)'],
    ['a script URL after a control character', '\u0001javascript:alert(1)'],
    ['a script URL split by a tab', 'java\tscript:alert(1)'],
    ['a script URL split by a line break', 'java\nscript:alert(1)'],
    ['a script URL disguised as a web URL', 'javascript://example.com/%0aalert(1)'],
    ['a character reference in the scheme', 'javascript&colon;alert(1)'],
    ['a percent-encoded scheme', 'javascript%3Aalert(1)'],
    ['a VBScript URL', 'vbscript:msgbox(1)'],
    ['a data URL', 'data:text/html,<script>alert(1)</script>'],
    ['a blob URL', 'blob:https://example.com/1'],
    ['a file URL', 'file:///etc/passwd'],
    ['a view-source URL', 'view-source:https://example.com/'],
    ['a telephone number', 'tel:+123'],
    ['an Android intent', 'intent://scan/#Intent;end'],
    ['a valid URL after a space', ' https://example.com/'],
    ['a valid URL with a tab in the scheme', 'ht\ttps://example.com/'],
    ['a valid URL with a line break in it', 'https://example.com/\nx'],
    ['a null character', 'https://example.com/\0'],
    ['a scheme without slashes', 'https:example.com'],
    ['a single slash', 'https:/example.com'],
    ['three slashes', 'https:///example.com'],
    ['backslashes', `https:${backslash}${backslash}example.com`],
    ['a backslash after the slashes', `https://${backslash}example.com`],
    ['a user name', 'https://bank.example@evil.example/'],
    ['a user name and password', 'https://bank.example:443@evil.example/'],
    ['an empty user name', 'https://:secret@evil.example/'],
    ['a missing host', 'https://'],
    ['an invalid host', 'https://[/'],
    ['a missing mailbox', 'mailto:'],
  ];
  for (const [what, typed] of rejected) {
    it(`rejects ${what}`, () => expect(safeUrl(typed)).to.equal(undefined));
  }
});
