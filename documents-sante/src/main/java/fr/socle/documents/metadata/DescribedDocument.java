package fr.socle.documents.metadata;

import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.xds.DocumentEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A document beside its metadata.
 *
 * @param entry metadata
 * @param document document
 * @param digest SHA-1 of its bytes, hexadecimal
 * @param size its bytes
 */
public record DescribedDocument(
    DocumentEntry entry, CdaDocument document, String digest, long size) {

  /** A document whose bytes are at hand. */
  public static DescribedDocument of(DocumentEntry entry, CdaDocument document, byte[] bytes) {
    try {
      // SHA-1 is what the metadata carry (dmp.md 3.2): an integrity value, not a signature.
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
      return new DescribedDocument(entry, document, HexFormat.of().formatHex(digest), bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-1", e);
    }
  }
}
