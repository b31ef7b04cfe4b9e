package fr.socle.documents.xdm;

import java.util.List;
import java.util.Optional;

/**
 * An archive, as far as it can be read.
 *
 * @param files files that were read
 * @param subsets folders that have metadata, in order
 * @param problems what could not be read, in order
 */
public record XdmArchive(List<XdmFile> files, List<XdmSubset> subsets, List<XdmProblem> problems) {
  /** What tells a person what the archive is. */
  public static final String README = "README.TXT";

  /** The same, for a browser. */
  public static final String INDEX = "INDEX.HTM";

  /** The folder of the subsets. */
  public static final String FOLDER = "IHE_XDM/";

  /** The metadata of a subset. */
  public static final String METADATA = "METADATA.XML";

  /** Copies the lists. */
  public XdmArchive {
    files = List.copyOf(files);
    subsets = List.copyOf(subsets);
    problems = List.copyOf(problems);
  }

  /** A file by its path, whatever the case. */
  public Optional<XdmFile> file(String path) {
    return files.stream().filter(each -> each.isAt(path)).findFirst();
  }

  /** Every document of every subset. */
  public List<XdmDocument> documents() {
    return subsets.stream().flatMap(each -> each.documents().stream()).toList();
  }
}
