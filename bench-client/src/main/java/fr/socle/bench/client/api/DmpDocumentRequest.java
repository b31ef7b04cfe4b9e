package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody puts in a DMP before a scenario: another professional, or the patient.
 * No right is looked at. What is absent is chosen by the bench.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param type code of the type of document, such as {@code 11488-4}
 * @param title title; absent = the label of the type
 * @param author PS_IdNat of a professional of the space, or {@code patient}; absent = another
 *     doctor of the space
 * @param date when the act was done and the document written; absent = now
 * @param submitted when it was put in the DMP; absent = {@code date}
 * @param visibility among {@code MASQUE_PS}, {@code INVISIBLE_PATIENT}, {@code
 *     INVISIBLE_REPRESENTANTS_LEGAUX}; absent = visible to all
 * @param text text of the CDA that the bench then writes; absent = the title
 * @param content base64 of the bytes to be kept as they are, instead of a CDA of the bench
 * @param mimeType media type of {@code content}; absent = {@code text/xml}
 * @param format format code; absent = that of what the bench writes
 * @param status {@code approuve} (absent), {@code archive} or {@code supprime}
 * @param replaces uniqueId of the document of this DMP that it replaces
 * @param uniqueId identifier; absent = one that never served
 */
public record DmpDocumentRequest(
    String ins,
    String type,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant date,
    @Nullable Instant submitted,
    @Nullable List<String> visibility,
    @Nullable String text,
    @Nullable String content,
    @Nullable String mimeType,
    @Nullable String format,
    @Nullable String status,
    @Nullable String replaces,
    @Nullable String uniqueId) {

  /** Copies the list. */
  public DmpDocumentRequest {
    visibility = visibility == null ? null : List.copyOf(visibility);
  }

  /** A document of a type whose other qualities do not matter. */
  public static DmpDocumentRequest ofType(String ins, String type, String title) {
    return new DmpDocumentRequest(
        ins, type, title, null, null, null, null, null, null, null, null, null, null, null);
  }
}
