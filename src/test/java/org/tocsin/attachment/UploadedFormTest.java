package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.web.ProblemWords;

/** Files that come together are taken in together, or none is. */
class UploadedFormTest {

    private static final long MIB = 1024 * 1024;

    private record File(String fileName, long size) implements FileUpload {

        @Override
        public String name() {
            return "file";
        }

        @Override
        public Path filePath() {
            return Path.of(fileName);
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public String charSet() {
            return null;
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }
    }

    private static List<FileUpload> files(long... sizes) {
        return LongStream.range(0, sizes.length).<FileUpload>mapToObj(i -> new File((char) ('a' + i) + ".log", sizes[(int) i])).toList();
    }

    private static Problem refusal(int there, long... sizes) {
        return catchThrowableOfType(Problem.class, () -> UploadedForm.chosen(files(sizes), there));
    }

    @Test
    void eachThatDoesNotFitIsNamed() {
        Problem refused = refusal(0, 5, 25 * MIB + 1, 25 * MIB, 26 * MIB);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.faults()).extracting(ProblemWords::of).containsExactly(
                "b.log is larger than the 25 MiB that are accepted here.", "d.log is larger than the 25 MiB that are accepted here.");
        assertThat(refusal(0, 5, 0).faults()).extracting(Fault::message).containsExactly("b.log is empty.");
    }

    @Test
    void togetherTheyAreNotMoreThanOneFormBrings() {
        assertThat(refusal(0, 20 * MIB, 20 * MIB).faults()).extracting(Fault::message)
                .containsExactly("Together these are 40 MiB, and one form brings up to 30 MiB. Attach them one after the other.");
        assertThat(UploadedForm.chosen(files(20 * MIB, 10 * MIB), 8)).hasSize(2);
    }

    @Test
    void noneIsTakenInWhenNotAllHaveRoom() {
        Problem refused = refusal(9, 1, 1);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).extracting(Fault::message).containsExactly("There are 9 files, you chose 2, and a report has up to 10.");
    }

    @Test
    void withoutAFileThereIsNothingToAttach() {
        assertThat(catchThrowableOfType(Problem.class, () -> UploadedForm.chosen(List.of(new File("", 0)), 0)).status()).isEqualTo(422);
    }
}
