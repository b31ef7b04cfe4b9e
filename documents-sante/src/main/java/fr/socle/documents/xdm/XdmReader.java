package fr.socle.documents.xdm;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.UnreadableCdaException;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.EbXml;
import fr.socle.documents.xds.EbXmlReader;
import fr.socle.documents.xds.Submission;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads archives that others chose, within limits. Documents are found by the {@code URI} of the
 * metadata, never by their names (mssante.md 2.4). Immutable.
 */
public final class XdmReader {
  /** No name in an archive of documents is nearly as long. */
  private static final int LONGEST_URI = 1000;

  /** No XML for anybody; a document type, an encoding or a size is refused by the bench alone. */
  private static final Set<XmlException.Kind> MALFORMED =
      EnumSet.of(XmlException.Kind.VIDE, XmlException.Kind.MAL_FORME);

  private final XdmLimits limits;

  /** A reader within {@link XdmLimits#standard}. */
  public XdmReader() {
    this(XdmLimits.standard());
  }

  /** A reader within limits of one's own. */
  public XdmReader(XdmLimits limits) {
    this.limits = limits;
  }

  /** Reads an archive; what cannot be read is told in {@link XdmArchive#problems}. */
  public XdmArchive read(byte[] bytes) {
    ZipEntries entries = new ZipEntries(bytes, limits);
    entries.read();
    Documents documents = new Documents(entries.files(), limits.elements());
    return new XdmArchive(
        entries.files(),
        entries.files().stream()
            .filter(each -> each.isCalled(XdmArchive.METADATA))
            .map(documents::subset)
            .toList(),
        entries.problems());
  }

  /** A file read as a document, once, however many entries name it. */
  private record Read(
      String digest, @Nullable CdaDocument document, String unreadable, boolean beyond) {}

  /** Reads the documents of an archive. */
  private static final class Documents {
    private final List<XdmFile> files;
    private final Map<String, Read> read = new HashMap<>();
    private int elements;

    private Documents(List<XdmFile> files, int elements) {
      this.files = files;
      this.elements = elements;
    }

    private XdmSubset subset(XdmFile metadata) {
      Submission nothing = new Submission(List.of(), List.of(), List.of(), List.of());
      if (!isWithin(metadata.bytes())) {
        return new XdmSubset(
            metadata,
            Optional.empty(),
            nothing,
            "plus d'éléments XML que le banc n'en lit",
            true,
            List.of());
      }
      XmlElement root;
      try {
        root = new SafeXml(XmlLimits.standard()).read(metadata.bytes(), null);
      } catch (XmlException e) {
        return new XdmSubset(
            metadata,
            Optional.empty(),
            nothing,
            String.valueOf(e.getMessage()),
            !MALFORMED.contains(e.kind()),
            List.of());
      }
      Submission submission = lists(root).findFirst().map(EbXmlReader::submission).orElse(nothing);
      List<XdmDocument> documents = new ArrayList<>();
      for (DocumentEntry entry : submission.documents()) {
        documents.add(document(metadata.folder(), entry));
      }
      return new XdmSubset(metadata, Optional.of(root.name()), submission, "", false, documents);
    }

    private static Stream<XmlElement> lists(XmlElement element) {
      return element.is(EbXml.REGISTRY_OBJECT_LIST)
          ? Stream.of(element)
          : element.children().stream().flatMap(Documents::lists);
    }

    private XdmDocument document(String folder, DocumentEntry entry) {
      XdmFile file =
          entry.uri().stream()
              .findFirst()
              .flatMap(uri -> at(folder + uri).or(() -> resolved(folder, uri).flatMap(this::at)))
              .orElse(null);
      if (file == null) {
        return new XdmDocument(entry, null, "", null, "", false);
      }
      Read known = read.computeIfAbsent(file.path(), path -> read(file, entry.mimeType()));
      return new XdmDocument(
          entry, file, known.digest(), known.document(), known.unreadable(), known.beyond());
    }

    /** Where a relative reference leads from a folder (RFC 3986 section 5). */
    private static Optional<String> resolved(String folder, String uri) {
      if (uri.length() > LONGEST_URI) {
        return Optional.empty();
      }
      try {
        URI reference = new URI(uri);
        return reference.isAbsolute() || reference.getRawAuthority() != null
            ? Optional.empty()
            : Optional.of(
                new URI(null, null, "/" + folder, null).resolve(reference).getPath().substring(1));
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }

    private Optional<XdmFile> at(String path) {
      return files.stream()
          .filter(each -> each.path().equals(path))
          .findFirst()
          .or(() -> files.stream().filter(each -> each.isAt(path)).findFirst());
    }

    private Read read(XdmFile file, String mimeType) {
      String digest = sha1(file.bytes());
      boolean isSaidXml = mimeType.equals("text/xml");
      if (!isSaidXml && !looksLikeXml(file.bytes())) {
        return new Read(digest, null, "", false);
      }
      if (!isWithin(file.bytes())) {
        return new Read(digest, null, "plus d'éléments XML que le banc n'en lit", true);
      }
      try {
        return new Read(digest, CdaDocument.read(file.bytes()), "", false);
      } catch (UnreadableCdaException e) {
        return new Read(
            digest, null, isSaidXml ? String.valueOf(e.getMessage()) : "", e.tooLarge());
      }
    }

    /** Counts the tags, so that no archive costs more memory than one document may. */
    private boolean isWithin(byte[] bytes) {
      for (byte each : bytes) {
        if (each == '<') {
          elements--;
        }
      }
      return elements >= 0;
    }

    private static boolean looksLikeXml(byte[] bytes) {
      for (byte each : bytes) {
        if (each == '<') {
          return true;
        }
        // White space and a byte order mark.
        if (each > ' ') {
          return false;
        }
      }
      return false;
    }
  }

  /** What metadata give as {@code hash}: SHA-1 in hexadecimal. */
  static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-1", e);
    }
  }
}
