package org.tocsin.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Times as people read them, in the page's language and always with their zone. */
@TemplateExtension
public final class Moments {

    /** Times in one language. */
    private record Clock(DateTimeFormatter exact, DateTimeFormatter second, DateTimeFormatter minute, DateTimeFormatter day) {

        static Clock of(Language language) {
            String day = switch (language) {
                case ENGLISH -> "d MMM uuuu";
                case GERMAN -> "d. MMM uuuu";
                case CHINESE -> "uuuu年M月d日";
            };
            String join = language == Language.CHINESE ? " " : ", ";
            DateTimeFormatter exact = new DateTimeFormatterBuilder()
                    .appendPattern(day + "'" + join + "'HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendLiteral(" UTC")
                    .toFormatter(language.locale());
            return new Clock(exact.withZone(ZoneOffset.UTC), utc(day + "'" + join + "'HH:mm:ss 'UTC'", language),
                    utc(day + "'" + join + "'HH:mm 'UTC'", language), DateTimeFormatter.ofPattern(day, language.locale()));
        }

        private static DateTimeFormatter utc(String pattern, Language language) {
            return DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(ZoneOffset.UTC);
        }
    }

    private static final Map<Language, Clock> CLOCKS = Stream.of(Language.values())
            .collect(Collectors.toMap(language -> language, Clock::of));

    private Moments() {
    }

    /** 23 Nov 2026, 03:14:05.25 UTC: all digits that there are, for they may be the point */
    public static String words(Instant instant) {
        return clock().exact().format(instant);
    }

    /** 23 Nov 2026, 03:14:05 UTC: for what we did ourselves, where the rest is of no use to a reader */
    public static String second(Instant instant) {
        return clock().second().format(instant);
    }

    /** 23 Nov 2026, 03:14 UTC */
    public static String minute(Instant instant) {
        return clock().minute().format(instant);
    }

    /** 23 Nov 2026 */
    public static String words(LocalDate day) {
        return clock().day().format(day);
    }

    private static Clock clock() {
        return CLOCKS.get(Tongue.spoken());
    }
}
