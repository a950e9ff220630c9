package org.tocsin.attachment;

import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.problem.Problem;

/** Files as a browser's form sends them. */
final class UploadedForm {

    private UploadedForm() {
    }

    /** @throws Problem 422 when there is none */
    static List<FileUpload> chosen(List<FileUpload> files) {
        List<FileUpload> chosen = files.stream().filter(file -> file.fileName() != null && !file.fileName().isBlank()).toList();
        if (chosen.isEmpty()) {
            throw new Problem(422, "no-file", "No file chosen", "Choose a file first, then attach it.");
        }
        return chosen;
    }

    /** @throws Problem 413 when it is too large */
    static NewUpload wanted(FileUpload file) {
        AttachmentRules.checkSize(file.size());
        return new NewUpload(FileName.of(file.fileName(), null), FileTypes.declared(file.contentType()), Optional.of(file.size()),
                Optional.empty());
    }
}
