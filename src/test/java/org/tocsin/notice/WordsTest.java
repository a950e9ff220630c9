package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String REFERENCE = "TOC-7K3M-Q9XW-Y";

    @ParameterizedTest
    @ValueSource(strings = {"report.released", "report.acknowledged", "question.asked", "report.withdrawal-asked", "report.withdrawn",
            "report.taken-on-behalf", "report.closed", "report.reopened"})
    void whatOthersDoToAReportIsToldByMail(String type) {
        assertThat(Words.news(type)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.received", "report.revised", "attachment.added", "question.answered", "delivery.receipted", "report.claimed",
            "report.graded", "unheard.of"})
    void whatOneDidOneselfAndWhatIsInternalIsNot(String type) {
        assertThat(Words.news(type)).isEmpty();
    }

    @Test
    void aMailLinksToTheReportWhereTheInstanceKnowsItsAddress() {
        // Given
        Words known = new Words(Optional.of(URI.create("https://tocsin.example.org/")));
        Words unknown = new Words(Optional.empty());

        // Then
        assertThat(known.newsBody(REFERENCE, "was closed"))
                .startsWith("Your report TOC-7K3M-Q9XW-Y was closed.").contains("https://tocsin.example.org/reports/TOC-7K3M-Q9XW-Y\n");
        assertThat(unknown.newsBody(REFERENCE, "was closed")).doesNotContain("http").contains("by its reference");
        assertThat(unknown.link(REFERENCE)).isNull();
    }
}
