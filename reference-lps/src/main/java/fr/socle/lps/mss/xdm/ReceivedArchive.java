package fr.socle.lps.mss.xdm;

import fr.socle.lps.dmp.soap.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;

/**
 * An archive that somebody sent: whatever its files are called, the documents are those that its
 * metadata name (mssante.md 2.4).
 *
 * @param documents its documents that can be read, in order
 * @param small whether its files are named in lower case
 * @param oddPrefixes whether its metadata have other prefixes than usual
 */
public record ReceivedArchive(List<Document> documents, boolean small, boolean oddPrefixes) {

  private static final String PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
  private static final String UNIQUE_ID = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
  private static final String ACTION = "urn:action:extraMetadataSlot";
  private static final String DELETION = "D"; // no text gives the value (mssante.md 7.7)
  private static final int MOST_FILES = 500;
  private static final int LARGEST = 64 * 1024 * 1024;

  public ReceivedArchive {
    documents = List.copyOf(documents);
  }

  /**
   * A document of an archive.
   *
   * @param patient the number under which the metadata name the patient
   * @param whole whether its bytes are those that the metadata describe
   * @param deleted whether the metadata ask for its deletion
   */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  public record Document(
      String uniqueId, String patient, byte[] bytes, boolean whole, boolean deleted) {}

  /** Reads an archive; nothing when it holds no document of anybody. */
  public static Optional<ReceivedArchive> read(byte[] zip) {
    try {
      Map<String, byte[]> files = files(zip);
      List<Document> documents = new ArrayList<>();
      boolean odd = false;
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (file.getKey().endsWith("/METADATA.XML")) {
          String folder = file.getKey().substring(0, file.getKey().lastIndexOf('/') + 1);
          Element root = Xml.read(file.getValue()).getDocumentElement();
          for (Element entry : Xml.below(root, "ExtrinsicObject")) {
            odd = odd || !"rim".equals(entry.getPrefix());
            document(entry, folder, files).ifPresent(documents::add);
          }
        }
      }
      return documents.isEmpty()
          ? Optional.empty()
          : Optional.of(new ReceivedArchive(documents, small(zip), odd));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Document> document(
      Element entry, String folder, Map<String, byte[]> files) {
    byte[] bytes = files.get((folder + slot(entry, "URI")).toUpperCase(Locale.ROOT));
    if (bytes == null) {
      return Optional.empty();
    }
    boolean whole =
        slot(entry, "hash").equalsIgnoreCase(sha1(bytes))
            && slot(entry, "size").equals(String.valueOf(bytes.length));
    return Optional.of(
        new Document(
            identifier(entry, UNIQUE_ID),
            identifier(entry, PATIENT),
            bytes,
            whole,
            slot(entry, ACTION).equals(DELETION)));
  }

  private static String slot(Element entry, String name) {
    return Xml.children(entry, "Slot").stream()
        .filter(slot -> slot.getAttribute("name").equals(name))
        .flatMap(slot -> Xml.below(slot, "Value").stream())
        .map(value -> value.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static String identifier(Element entry, String scheme) {
    return Xml.children(entry, "ExternalIdentifier").stream()
        .filter(id -> id.getAttribute("identificationScheme").equals(scheme))
        .map(id -> id.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int total = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readNBytes(LARGEST - total);
        total += content.length;
        if (total >= LARGEST || files.size() >= MOST_FILES) {
          throw new IOException("archive trop grande");
        }
        // Nothing is written to disk: a name that leaves the archive leads nowhere.
        files.put(entry.getName().toUpperCase(Locale.ROOT), content);
      }
    }
    return files;
  }

  private static boolean small(byte[] zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry first = in.getNextEntry();
      return first != null && first.getName().equals(first.getName().toLowerCase(Locale.ROOT));
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
