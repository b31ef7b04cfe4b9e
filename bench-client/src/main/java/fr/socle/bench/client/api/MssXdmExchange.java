package fr.socle.bench.client.api;

import java.util.List;
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
 *     hash}, {@code taille}, {@code uri}, {@code chemin}, {@code minuscules}, {@code racine},
 *     {@code bombe} for the archive, {@code sujet-8-bits} for the subject; absent for nothing
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
    @Nullable String fault) {

  /**
   * A printed form.
   *
   * @param name name of the file
   * @param base64 bytes, in base64
   */
  public record MssPrint(String name, String base64) {}

  /** A correct message with one document. */
  public static MssXdmExchange of(String from, String to, String cda) {
    return new MssXdmExchange(from, to, List.of(cda), null, null, null, null, null, null);
  }
}
