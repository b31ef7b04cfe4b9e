package fr.socle.documents.xdm;

import fr.socle.bench.xml.XmlWriter;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.EbXmlWriter;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes correct archives of one submission (mssante.md 2.4, 2.5). Immutable. */
public final class XdmWriter {
  private static final String SUBSET = XdmArchive.FOLDER + "SUBSET01/";
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final XdmSender sender;

  /** A writer for one sender. */
  public XdmWriter(XdmSender sender) {
    this.sender = sender;
  }

  /**
   * The archive of a submission. {@code URI}, {@code hash} and {@code size} of its metadata are
   * written here.
   *
   * @param submission metadata
   * @param documents bytes of each document, by the identifier of its metadata
   * @throws IllegalArgumentException if a document that is described is not given
   */
  public byte[] archive(Submission submission, Map<String, byte[]> documents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<DocumentEntry> entries = new ArrayList<>();
    for (DocumentEntry entry : submission.documents()) {
      byte[] bytes = documents.get(entry.id());
      if (bytes == null) {
        throw new IllegalArgumentException("no document " + entry.id());
      }
      String name =
          String.format(
              Locale.ROOT,
              "DOC%04d.%s",
              entries.size() + 1,
              entry.mimeType().equals("application/pdf") ? "PDF" : "XML");
      files.put(SUBSET + name, bytes);
      entries.add(
          new DocumentEntry(
              RegistryObjectBuilder.of(entry.object())
                  .slot("URI", name)
                  .slot("hash", XdmReader.sha1(bytes))
                  .slot("size", String.valueOf(bytes.length))
                  .build()));
    }
    XmlWriter out = new XmlWriter().declaration();
    new EbXmlWriter(out)
        .submission(
            new Submission(
                submission.sets(), entries, submission.associations(), submission.folders()));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(XdmArchive.INDEX, index().getBytes(StandardCharsets.UTF_8));
    all.put(XdmArchive.README, ascii(readme(files.keySet())));
    all.put(SUBSET + XdmArchive.METADATA, out.toBytes());
    all.putAll(files);
    return zip(all);
  }

  /** A zip of files, by path. */
  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(EARLIEST);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private String readme(Iterable<String> documents) {
    return String.join(
        "\r\n",
        "Emetteur : " + sender.organisation() + ", " + sender.address(),
        "Application : "
            + sender.software()
            + ", version "
            + sender.version()
            + ", editeur "
            + sender.editor(),
        "Instructions : consultez ces fichiers dans votre logiciel de professionnel de sante.",
        "Arborescence : README.TXT INDEX.HTM "
            + SUBSET
            + XdmArchive.METADATA
            + " "
            + String.join(" ", documents),
        "");
  }

  private String index() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>IHE_XDM</title></head>
    <body><p>Emetteur : %s, %s</p><p>Voir <a href="README.TXT">README.TXT</a></p></body></html>
    """
        .formatted(escaped(sender.organisation()), escaped(sender.address()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static byte[] ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
