package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.problem.Problem;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "attachment; filename=\"chrony.log\" | chrony.log",
        "attachment; filename=chrony.log | chrony.log",
        "ATTACHMENT; FileName=\"a \\\"b\\\".log\" | a \"b\".log",
        "attachment; filename=\"EURO.txt\"; filename*=UTF-8''%e2%82%ac.txt | €.txt",
        "attachment; filename*=UTF-8'de'Zeit%20gemessen.txt; filename=\"x\" | Zeit gemessen.txt",
        "attachment; filename*=iso-8859-1''%FCber.txt | über.txt",
        "attachment; filename*=UTF-8''%ff%fe; filename=\"fallback\" | fallback",
        "attachment; filename*=KOI8-R''x; filename=\"fallback\" | fallback",
        "attachment; filename=\"../../etc/passwd\" | passwd",
        "attachment; filename=\"C:\\\\logs\\\\ntp.log\" | ntp.log"})
    void itIsReadAsTheStandardsSay(String header, String name) {
        assertThat(FileName.of(null, header)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"evil\u202Egnp.exe | evilgnp.exe", "a\u0000b\u0007c | abc", ".htaccess | htaccess",
        "a\u00a0 b. | a b", "e\u0301t | ét", "/var/log/x | x"})
    void whatCannotBeSeenOrLeadsElsewhereIsTakenOut(String given, String name) {
        assertThat(FileName.harmless(given)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "attachment; filename=\"\"", "attachment; filename=\"..\"", "attachment; filename*=UTF-8''%2e%2f"})
    void withoutANameItIsRefused(String header) {
        assertThatThrownBy(() -> FileName.of(null, header)).isInstanceOf(Problem.class);
    }

    @Test
    void theAddressCountsBeforeTheHeader() {
        assertThat(FileName.of("a.log", "attachment; filename=\"b.log\"")).isEqualTo("a.log");
    }

    @Property
    void whatIsHarmlessStaysAsItIs(@ForAll String given) {
        String once = FileName.harmless(given);

        assertThat(FileName.harmless(once)).isEqualTo(once);
        assertThat(once).doesNotContain("/", "\\").doesNotContainPattern("\\p{Cntrl}");
    }

    @Property
    void theHeaderOfADownloadIsOneLineOfAscii(@ForAll String given) {
        assertThat(FileName.disposition(FileName.harmless(given))).matches("attachment; filename=\"[\\x20-\\x7e]*\"; filename\\*=UTF-8''[A-Za-z0-9%._-]*");
    }
}
