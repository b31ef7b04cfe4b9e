package fr.socle.lps.mss.xdm;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Markup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes IHE_XDM.ZIP (mssante.md 2.4). */
public final class ArchiveWriter {

  private static final String SET = "IHE_XDM/SUBSET01/";

  private ArchiveWriter() {}

  /**
   * Who sends, with what.
   *
   * @param name who
   * @param organisation where he works
   * @param software name and version of the software
   */
  public record Sender(String name, String organisation, String software) {}

  /** The name of the file of a document, by its rank from 1. */
  public static String file(int rank) {
    return String.format(Locale.ROOT, "DOC%04d.XML", rank);
  }

  /** The archive. */
  public static byte[] write(Sender sender, byte[] metadata, List<byte[]> documents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      files.put(SET + file(i + 1), documents.get(i));
    }
    List<String> tree = new ArrayList<>(List.of("README.TXT", "INDEX.HTM", SET + "METADATA.XML"));
    tree.addAll(files.keySet());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      put(zip, "README.TXT", readme(sender, tree));
      put(zip, "INDEX.HTM", index(sender));
      put(zip, SET + "METADATA.XML", metadata);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] readme(Sender sender, List<String> tree) {
    return ("Emetteur : "
            + sender.name()
            + ", "
            + sender.organisation()
            + "\r\nApplication : "
            + sender.software()
            + ", editeur Socle\r\n"
            + "Instructions : consultez ces fichiers dans votre logiciel de professionnel de"
            + " sante.\r\nArborescence : "
            + String.join(" ", tree)
            + "\r\n")
        .getBytes(UTF_8);
  }

  private static byte[] index(Sender sender) {
    return new Markup()
        .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .raw("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"")
        .raw(" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n")
        .open("html", "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .leaf("title", "IHE_XDM")
        .close("head")
        .open("body")
        .leaf("p", "Emetteur : " + sender.name() + ", " + sender.organisation())
        .open("p")
        .leaf("a", "README.TXT", "href", "README.TXT")
        .close("p")
        .close("body")
        .close("html")
        .toString()
        .getBytes(UTF_8);
  }
}
