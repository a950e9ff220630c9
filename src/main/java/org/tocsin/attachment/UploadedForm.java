package org.tocsin.attachment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** Files as a browser's form sends them. */
final class UploadedForm {

    private UploadedForm() {
    }

    /**
     * All of them, looked at before the first is taken in: either each can be, or none is.
     *
     * @param there how many there are already
     * @throws Problem 422 when there is none or one is empty, 413 when one or all together are too large, 409 when they are too many
     */
    static List<FileUpload> chosen(List<FileUpload> files, int there) {
        List<FileUpload> chosen = files.stream().filter(file -> file.fileName() != null && !file.fileName().isBlank()).toList();
        if (chosen.isEmpty()) {
            throw new Problem(422, "no-file", "No file chosen", "Choose a file first, then attach it.");
        }
        chosen.forEach(UploadedForm::name);
        refuse(chosen, file -> file.size() > Limits.BYTES, AttachmentRules::tooLarge, UploadedForm::tooLarge);
        refuse(chosen, file -> file.size() == 0, AttachmentRules::empty, UploadedForm::empty);
        long together = chosen.stream().mapToLong(FileUpload::size).sum();
        if (together > Limits.FORM_BYTES) {
            throw AttachmentRules.tooLarge(List.of(new Fault("", "files-too-large", "Together these are %s, and one form brings up to %s. Attach them one after the other."
                    .formatted(FileSize.words(together), FileSize.words(Limits.FORM_BYTES)), FileSize.words(together), FileSize.words(Limits.FORM_BYTES))));
        }
        if (there + chosen.size() > Limits.ATTACHMENTS) {
            throw AttachmentRules.tooMany(List.of(new Fault("", "too-many-files", "There are %d files, you chose %d, and a report has up to %d."
                    .formatted(there, chosen.size(), Limits.ATTACHMENTS), there, chosen.size(), Limits.ATTACHMENTS)));
        }
        return chosen;
    }

    private static void refuse(List<FileUpload> chosen, Predicate<FileUpload> wrong, Function<List<Fault>, Problem> refusal,
            Function<String, Fault> saying) {
        List<Fault> faults = chosen.stream().filter(wrong).map(file -> saying.apply(name(file))).toList();
        if (!faults.isEmpty()) {
            throw refusal.apply(faults);
        }
    }

    private static Fault tooLarge(String name) {
        String most = FileSize.words(Limits.BYTES);
        return new Fault("", "file-too-large", name + " is larger than the " + most + " that are accepted here.", name, most);
    }

    private static Fault empty(String name) {
        return new Fault("", "file-empty", name + " is empty.", name);
    }

    static NewUpload wanted(FileUpload file) {
        return new NewUpload(name(file), FileTypes.declared(file.contentType()), Optional.of(file.size()), Optional.empty());
    }

    private static String name(FileUpload file) {
        return FileName.of(file.fileName(), null);
    }
}
