package org.tocsin.json;

/** A stranger's text inside a message of ours: in quotes, short, and without anything that moves a cursor. */
final class Quote {

    private static final int SHOWN = 60;

    static String of(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(SHOWN).map(c -> Characters.forbidden(c) || c < ' ' ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        if (text.length() > SHOWN && text.codePointCount(0, text.length()) > SHOWN) {
            shown.append('…');
        }
        return shown.append('"').toString();
    }

    private Quote() {
    }
}
