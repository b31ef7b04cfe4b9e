package fr.socle.bench.client.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message with an archive of documents that a colleague sends.
 *
 * @param from his mailbox
 * @param to who gets it
 * @param cda the documents of the archive, CDA in base64
 * @param pdf printed forms sent beside the archive
 * @param subject subject; absent for the one that the documents give
 * @param text text of the message
 * @param receipt whether he asks for a read receipt
 * @param qualified value of {@code X-MSS-INS}; absent for {@code O}
 * @param fault what is wrong with the message: {@code tronquee}, {@code sans-metadata}, {@code
 *     hash}, {@code taille}, {@code uri}, {@code chemin}, {@code minuscules}, {@code prefixes},
 *     {@code racine}, {@code bombe} for the archive, {@code sujet-8-bits} for the subject; absent
 *     for nothing
 * @param replaces {@code uniqueId} that an association {@code RPLC} says the first document
 *     replaces, for what its CDA alone does not say enough; absent for no association
 * @param deletes whether the documents are to be deleted where they were received
 * @param patient the patient that the metadata name, a CX ({@code <INS>^^^&<OID>&ISO^NH}); absent
 *     for that of each document
 */
public record MssXdmExchange(
    String from,
    String to,
    List<String> cda,
    @Nullable List<MssPrint> pdf,
    @Nullable String subject,
    @Nullable String text,
    @Nullable Boolean receipt,
    @Nullable String qualified,
    @Nullable String fault,
    @Nullable String replaces,
    @Nullable Boolean deletes,
    @Nullable String patient) {

  /**
   * A printed form.
   *
   * @param name name of the file
   * @param base64 bytes, in base64
   */
  public record MssPrint(String name, String base64) {}

  /** A correct message with one document. */
  public static MssXdmExchange of(String from, String to, String cda) {
    return new MssXdmExchange(
        from, to, List.of(cda), null, null, null, null, null, null, null, null, null);
  }

  /** The same, with this subject. */
  public MssXdmExchange withSubject(String other) {
    return new MssXdmExchange(
        from, to, cda, pdf, other, text, receipt, qualified, fault, replaces, deletes, patient);
  }

  /** The same with one more document. */
  public MssXdmExchange and(String other) {
    return new MssXdmExchange(
        from,
        to,
        Stream.concat(cda.stream(), Stream.of(other)).toList(),
        pdf,
        subject,
        text,
        receipt,
        qualified,
        fault,
        replaces,
        deletes,
        patient);
  }

  /** The same, spoilt in one way. */
  public MssXdmExchange spoilt(String how) {
    return new MssXdmExchange(
        from, to, cda, pdf, subject, text, receipt, qualified, how, replaces, deletes, patient);
  }

  /** The same, whose metadata say by an association that its document replaces another. */
  public MssXdmExchange replacing(String uniqueId) {
    return new MssXdmExchange(
        from, to, cda, pdf, subject, text, receipt, qualified, fault, uniqueId, deletes, patient);
  }

  /** The same, that asks for the deletion of its documents, in words too. */
  public MssXdmExchange deleting(String words) {
    return new MssXdmExchange(
        from, to, cda, pdf, subject, words, receipt, qualified, fault, replaces, true, patient);
  }

  /** The same, whose metadata name this patient. */
  public MssXdmExchange about(String other) {
    return new MssXdmExchange(
        from, to, cda, pdf, subject, text, receipt, qualified, fault, replaces, deletes, other);
  }
}
