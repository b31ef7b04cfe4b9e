package fr.socle.features.etapes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.w3c.dom.Element;

/**
 * An archive of documents that an LPS sent (mssante.md 2.4, 2.5), as far as scenarios look at it.
 *
 * @param patients patients that its metadata name
 * @param documents its CDA, in the order of the metadata
 */
record MssArchive(Set<String> patients, List<DmpCda> documents) {
  private static final String PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
  private static final int MOST_FILES = 200;
  private static final int LARGEST = 64 * 1024 * 1024;

  /** Copies the collections. */
  MssArchive {
    patients = Set.copyOf(patients);
    documents = List.copyOf(documents);
  }

  /** The archive in these bytes; nothing when it cannot be read. */
  static Optional<MssArchive> read(byte[] zip) {
    try {
      Map<String, byte[]> files = files(zip);
      Set<String> patients = new TreeSet<>();
      List<DmpCda> documents = new ArrayList<>();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (file.getKey().endsWith("/METADATA.XML")) {
          String folder = file.getKey().substring(0, file.getKey().lastIndexOf('/') + 1);
          DmpXml.read(file.getValue())
              .ifPresent(root -> described(root, folder, files, patients, documents));
        }
      }
      return documents.isEmpty()
          ? Optional.empty()
          : Optional.of(new MssArchive(patients, documents));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void described(
      Element root,
      String folder,
      Map<String, byte[]> files,
      Set<String> patients,
      List<DmpCda> documents) {
    DmpXml.everywhere(root, "ExtrinsicObject")
        .forEach(
            entry -> {
              DmpXml.children(entry, "ExternalIdentifier").stream()
                  .filter(id -> id.getAttribute("identificationScheme").equals(PATIENT))
                  .forEach(id -> patients.add(id.getAttribute("value")));
              DmpXml.children(entry, "Slot").stream()
                  .filter(slot -> slot.getAttribute("name").equals("URI"))
                  .flatMap(slot -> DmpXml.everywhere(slot, "Value"))
                  .map(value -> files.get((folder + DmpXml.text(value)).toUpperCase(Locale.ROOT)))
                  .filter(bytes -> bytes != null)
                  .flatMap(bytes -> DmpCda.read(bytes).stream())
                  .forEach(documents::add);
            });
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    // A file: what is read as a stream lacks the directory, hence the size of stored entries.
    Path file = Files.createTempFile("socle-xdm", ".zip");
    try {
      Files.write(file, zip);
      try (ZipFile in = new ZipFile(file.toFile())) {
        return files(in);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, byte[]> files(ZipFile zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int total = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] content = in.readNBytes(LARGEST - total);
        total += content.length;
        if (total >= LARGEST || files.size() >= MOST_FILES) {
          throw new IOException("too much for a letter");
        }
        files.put(entry.getName().toUpperCase(Locale.ROOT), content);
      }
    }
    return files;
  }

  /** Whether it holds this document. */
  boolean holds(DmpWritten document) {
    return documents.stream().anyMatch(cda -> isOf(cda, document));
  }

  static boolean isOf(DmpCda cda, DmpWritten document) {
    return cda.id().equals(document.uniqueId()) || cda.title().contains(document.title());
  }
}
