package fr.socle.app.champs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Every way to alter an archive in one place: its entries, their names, the documents in them. */
final class ZipAlterations {
  private static final int MANY = 1200;
  private static final int SWOLLEN = 8 << 20;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int DIRECTORY_SIZE = 46;

  private ZipAlterations() {}

  /**
   * One altered archive.
   *
   * @param place entry, and place in it when it is XML
   * @param gesture what was done
   * @param isOfDocument whether it is one of the many places of a document
   * @param zip makes the archive that results
   */
  record Altered(String place, String gesture, boolean isOfDocument, Supplier<byte[]> zip) {}

  /**
   * A file of an archive.
   *
   * @param name path
   * @param content bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String name, byte[] content) {
    boolean isXml() {
      String name = name().toLowerCase(Locale.ROOT);
      return name.endsWith(".xml");
    }
  }

  /** All of them. */
  static List<Altered> of(byte[] zip) {
    List<Altered> all = new ArrayList<>();
    List<Entry> entries = read(zip);
    String whole = "archive";
    all.add(new Altered(whole, "tronquée", false, () -> Arrays.copyOf(zip, zip.length / 2)));
    all.add(new Altered(whole, "vidée", false, () -> write(List.of())));
    all.add(
        new Altered(
            whole, "changée en texte", false, () -> "x".getBytes(StandardCharsets.US_ASCII)));
    all.add(new Altered(whole, "de trop d'entrées", false, () -> write(crowd(entries))));
    for (int i = 0; i < entries.size(); i++) {
      entry(entries, i, all);
    }
    return all;
  }

  private static void entry(List<Entry> entries, int at, List<Altered> all) {
    Entry one = entries.get(at);
    String place = one.name();
    byte[] content = one.content();
    List<Entry> without = new ArrayList<>(entries);
    without.remove(at);
    all.add(new Altered(place, "retiré", false, () -> write(without)));
    for (String name : names(place)) {
      all.add(
          new Altered(
              place,
              "nommé " + name,
              false,
              () -> write(with(entries, at, new Entry(name, content)))));
    }
    content(entries, at, "vidé", new byte[0], all);
    content(entries, at, "tronqué", Arrays.copyOf(content, content.length / 2), all);
    content(entries, at, "suivi d'un octet", Arrays.copyOf(content, content.length + 1), all);
    if (content.length > 0) {
      byte[] changed = content.clone();
      changed[content.length / 2] ^= 1;
      content(entries, at, "changé", changed, all);
    }
    all.add(
        new Altered(
            place,
            "gonflé",
            false,
            () -> write(with(entries, at, new Entry(place, new byte[SWOLLEN])))));
    all.add(new Altered(place, "doublé", false, () -> twice(entries, at)));
    all.add(new Altered(place, "chiffré", false, () -> marked(entries, at, 8, (short) 1)));
    all.add(
        new Altered(
            place, "d'une autre méthode", false, () -> marked(entries, at, 10, (short) 12)));
    all.add(new Altered(place, "en ZIP64", false, () -> large(entries, at)));
    if (one.isXml()) {
      all.add(
          new Altered(
              place,
              "à la racine renommée",
              false,
              () -> write(with(entries, at, new Entry(place, XmlAlterations.renamed(content))))));
      for (XmlAlterations.Altered altered : XmlAlterations.of(content)) {
        all.add(
            new Altered(
                place + " " + altered.place(),
                altered.gesture(),
                true,
                () -> write(with(entries, at, new Entry(place, altered.xml().get())))));
      }
    }
  }

  private static void content(
      List<Entry> entries, int at, String gesture, byte[] content, List<Altered> all) {
    String place = entries.get(at).name();
    all.add(
        new Altered(
            place, gesture, false, () -> write(with(entries, at, new Entry(place, content)))));
  }

  private static List<String> names(String name) {
    int slash = name.lastIndexOf('/');
    return List.of(
        "../" + name,
        name.substring(slash + 1),
        name + "X",
        name.toLowerCase(Locale.ROOT),
        name.substring(0, slash + 1) + "é " + name.substring(slash + 1),
        name.substring(0, slash + 1) + "TRESLONGNOM" + name.substring(slash + 1));
  }

  private static List<Entry> with(List<Entry> entries, int at, Entry other) {
    List<Entry> all = new ArrayList<>(entries);
    all.set(at, other);
    return all;
  }

  private static List<Entry> crowd(List<Entry> entries) {
    List<Entry> all = new ArrayList<>(entries);
    for (int i = 0; i < MANY; i++) {
      all.add(new Entry("IHE_XDM/AUTRE" + i, new byte[0]));
    }
    return all;
  }

  /** Two entries of one name, which are written under two names of one length. */
  private static byte[] twice(List<Entry> entries, int at) {
    Entry one = entries.get(at);
    String other = "~".repeat(one.name().getBytes(StandardCharsets.UTF_8).length);
    List<Entry> all = new ArrayList<>(entries);
    all.add(new Entry(other, one.content()));
    String zip = new String(write(all), StandardCharsets.ISO_8859_1);
    String name =
        new String(one.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return zip.replace(other, name).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] marked(List<Entry> entries, int at, int offset, short value) {
    byte[] zip = write(entries);
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int record = directoryEntry(buffer, at);
    int before = offset == 8 ? buffer.getShort(record + offset) : 0;
    buffer.putShort(record + offset, (short) (before | value));
    return zip;
  }

  private static byte[] large(List<Entry> entries, int at) {
    byte[] zip = write(entries);
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(directoryEntry(buffer, at) + 24, -1);
    return zip;
  }

  private static int directoryEntry(ByteBuffer zip, int rank) {
    int at = zip.getInt(zip.limit() - 22 + 16);
    for (int i = 0; i < rank; i++) {
      if (zip.getInt(at) != DIRECTORY_ENTRY) {
        throw new IllegalStateException("no entry " + i);
      }
      at += DIRECTORY_SIZE + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
    return at;
  }

  /** The files of an archive, in order. */
  static List<Entry> read(byte[] zip) {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        if (!next.isDirectory()) {
          entries.add(new Entry(next.getName(), in.readAllBytes()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** An archive of files. */
  static byte[] write(List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Entry entry : entries) {
        out.putNextEntry(new ZipEntry(entry.name()));
        out.write(entry.content());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
