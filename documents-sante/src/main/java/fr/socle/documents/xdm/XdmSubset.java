package fr.socle.documents.xdm;

import fr.socle.documents.xds.Submission;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * A submission of an archive: a folder with its metadata.
 *
 * @param metadata file of the metadata
 * @param root name of its root element; empty when it is no XML
 * @param submission what it describes; nothing when it cannot be read
 * @param unreadable why the metadata cannot be read, French; empty else
 * @param beyond whether they may be right all the same: what the bench does not read is no fault
 * @param documents the documents described, in order
 */
public record XdmSubset(
    XdmFile metadata,
    Optional<QName> root,
    Submission submission,
    String unreadable,
    boolean beyond,
    List<XdmDocument> documents) {

  /** Copies the list. */
  public XdmSubset {
    documents = List.copyOf(documents);
  }

  /** Folder of the subset, with the last slash. */
  public String folder() {
    return metadata.folder();
  }
}
