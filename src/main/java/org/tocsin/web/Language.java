package org.tocsin.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the pages speak. */
public enum Language {

    ENGLISH("en", "en", "English", Locale.UK),
    GERMAN("de", "de", "Deutsch", Locale.GERMANY),
    CHINESE("zh", "zh-Hans", "中文", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String code, String tag, String ownName, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** As cookie and forms have it. */
    public String code() {
        return code;
    }

    /** As a page says it of itself (BCP 47). */
    public String tag() {
        return tag;
    }

    /** As those who read it call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    static Optional<Language> of(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** What the person chose, else the best of what the browser asks for (RFC 9110 section 12.5.4), else English. */
    static Language choose(String chosen, String acceptLanguage) {
        return of(chosen).orElseGet(() -> accepted(acceptLanguage));
    }

    private static Language accepted(String header) {
        if (header == null || header.isBlank()) {
            return ENGLISH;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("en", "de", "zh"));
            return of(best).orElse(ENGLISH);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) { // the latter is the JDK's answer to a tag of hyphens alone
            return ENGLISH;
        }
    }
}
