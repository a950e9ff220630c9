package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ", ,", "*/*", "text/*", "text/html", "text/html;q=0.5", "text/html ; q=0.123", "text/html;level=1;q=1.000",
            "application/json; charset=utf-8", "a/b, c/d;q=0", "a/b;x=\"1,2;3\\\"\", c/d", "a/b;", "application/vnd.x+json"})
    void whatRfc9110AllowsIsRead(String accept) {
        assertThat(MediaRanges.accepted(accept)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "text/", "/html", "a/b/c", "*", "*/json", ";", "a/b;q=2", "a/b;q=-1", "a/b;q=NaN", "a/b;q=0.1234", "a/b;q=1.1", "a/b;q=",
            "a/b;=1", "a/b c/d", "\"", "a/b;x=\"1", "a/b, c", "\u00ff/\u00fe"})
    void whatItDoesNotAllowIsNotRead(String accept) {
        assertThat(MediaRanges.accepted(accept)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/html|true", "TEXT/HTML|true", "application/xml, text/html;q=0.9|true", "text/html;q=0|false", "*/*|false", "text/*|false",
            "a|false", "text/html, a|false"})
    void aPageIsForWhoNamesHtml(String accept, boolean page) {
        assertThat(MediaRanges.nameHtml(accept)).isEqualTo(page);
    }

    @Test
    void whoSendsNoHeaderNamesNothing() {
        assertThat(MediaRanges.nameHtml(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "*/*", "text/*", "a/b, c/d", "a/b;charset", "a/b;charset=\""})
    void aContentTypeIsOneMediaType(String type) {
        assertThat(MediaRanges.contentType(type)).isEmpty();
    }

    @Test
    void aParameterIsReadWithoutItsQuotes() {
        assertThat(MediaRanges.contentType("Multipart/Form-Data; Boundary=\"a b\"").flatMap(type -> type.parameter("boundary"))).contains("a b");
    }

    @Property
    void readingNeverFails(@ForAll @CharRange(from = 0, to = 0xff) @StringLength(max = 200) String anything) {
        assertThat(MediaRanges.accepted(anything).orElse(List.of())).isNotNull();
        MediaRanges.contentType(anything);
    }

    /** A pattern that tries again from each place would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"a/b;", "a/b;x=\"", "a/b, ", " ;", "x", "a/b;q=1;q="})
    void aLongHeaderIsReadAtOnce(String part) {
        MediaRanges.accepted(part.repeat(16 * 1024 / part.length()));
    }
}
