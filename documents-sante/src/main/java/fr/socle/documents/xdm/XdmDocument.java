package fr.socle.documents.xdm;

import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.xds.DocumentEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that metadata describe.
 *
 * @param entry metadata
 * @param file the file that {@code URI} names, whatever its case; null without one
 * @param digest SHA-1 of its bytes, hexadecimal; empty without file
 * @param document the file as a CDA; null when it is none
 * @param unreadable why it is no CDA, or was not read as one, French; empty else
 * @param beyond whether it was not read because it is more than the bench reads
 */
public record XdmDocument(
    DocumentEntry entry,
    @Nullable XdmFile file,
    String digest,
    @Nullable CdaDocument document,
    String unreadable,
    boolean beyond) {

  /** The document beside its metadata, when it is a CDA. */
  public Optional<DescribedDocument> described() {
    CdaDocument cda = document;
    XdmFile in = file;
    return cda == null || in == null
        ? Optional.empty()
        : Optional.of(new DescribedDocument(entry, cda, digest, in.bytes().length));
  }
}
