package fr.socle.documents.xdm;

import fr.socle.documents.xdm.XdmProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip that others chose, by its central directory, from memory to memory. The tables are
 * read here because libraries build all of them before anybody may count: {@code java.util.zip}
 * wants a file, or reads without the directory, and inflates what it is not asked for. Inflating is
 * the JDK's. Used once.
 */
final class ZipEntries {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LARGE_LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LARGE_LOCATOR_SIZE = 20;
  private static final int LARGE_END_SIGNATURE = 0x06064b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long LARGE = 0xffffffffL;
  private static final int UTF8_NAME = 1 << 11;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int FREE = 1 << 20;

  private final byte[] bytes;
  private final ByteBuffer zip;
  private final XdmLimits limits;
  private final List<XdmFile> files = new ArrayList<>();
  private final List<XdmProblem> problems = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private int left;

  ZipEntries(byte[] bytes, XdmLimits limits) {
    this.bytes = bytes;
    this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.limits = limits;
    this.left = limits.total();
  }

  List<XdmFile> files() {
    return files;
  }

  List<XdmProblem> problems() {
    return problems;
  }

  /** Reads everything that can be. */
  void read() {
    int end = end();
    if (end < 0) {
      boolean begins = bytes.length >= 4 && zip.getInt(0) == LOCAL_SIGNATURE;
      problem(
          begins ? Kind.TRUNCATED : Kind.NOT_A_ZIP,
          XdmProblem.WHOLE,
          begins ? "la table des entrées manque : l'archive est tronquée" : "ce n'est pas un zip");
      return;
    }
    long count = number(end + 10);
    long size = word(end + 12);
    long start = word(end + 16);
    int large = end - LARGE_LOCATOR_SIZE;
    boolean isLarge = large >= 0 && zip.getInt(large) == LARGE_LOCATOR_SIGNATURE;
    if (isLarge) {
      count = Math.max(count, largeCount(large));
    }
    if (count > limits.entries()) {
      problem(Kind.TOO_MANY, XdmProblem.WHOLE, count + " entrées");
    } else if (isLarge || size == LARGE || start == LARGE) {
      problem(Kind.ZIP64, XdmProblem.WHOLE, "le format ZIP64");
    } else if (start + size > end) {
      problem(Kind.TRUNCATED, XdmProblem.WHOLE, "la table des entrées est hors de l'archive");
    } else {
      // What stands before the archive moves everything.
      int shift = (int) (end - size - start);
      directory((int) count, (int) start + shift, end, shift);
    }
  }

  /** Where the record that ends the archive is; below zero without one. */
  private int end() {
    int last = bytes.length - END_SIZE;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END_SIGNATURE && number(at + 20) <= last - at) {
        return at;
      }
    }
    return -1;
  }

  private long largeCount(int locator) {
    long at = zip.getLong(locator + 8);
    return at >= 0 && at <= locator - 40 && zip.getInt((int) at) == LARGE_END_SIGNATURE
        ? Math.max(0, zip.getLong((int) at + 32))
        : 0;
  }

  private void directory(int count, int start, int end, int shift) {
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_SIZE > end || zip.getInt(at) != ENTRY_SIGNATURE) {
        problem(
            Kind.TRUNCATED,
            XdmProblem.WHOLE,
            "la table annonce " + count + " entrées et en donne " + i);
        return;
      }
      int next = at + ENTRY_SIZE + number(at + 28) + number(at + 30) + number(at + 32);
      if (next > end) {
        problem(Kind.TRUNCATED, XdmProblem.WHOLE, "une entrée de la table dépasse sa fin");
        return;
      }
      entry(at, shift);
      at = next;
    }
  }

  private void entry(int at, int shift) {
    int flags = number(at + 8);
    int method = number(at + 10);
    int nameLength = number(at + 28);
    Charset charset =
        (flags & UTF8_NAME) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String path = new String(bytes, at + ENTRY_SIZE, nameLength, charset);
    if (leadsOut(path)) {
      problem(Kind.PATH, path, "un chemin qui sort de l'archive, ou qui n'en est pas un");
    } else if (!paths.add(path.toUpperCase(Locale.ROOT))) {
      problem(Kind.DUPLICATE, path, "deux entrées de ce chemin");
    } else if (path.endsWith("/")) {
      return;
    } else if ((flags & 1) != 0) {
      problem(Kind.ENCRYPTED, path, "une entrée chiffrée");
    } else if (method != STORED && method != DEFLATED) {
      problem(Kind.METHOD, path, "la méthode de compression " + method);
    } else if (word(at + 20) == LARGE || word(at + 24) == LARGE || word(at + 42) == LARGE) {
      problem(Kind.ZIP64, path, "une entrée au format ZIP64");
    } else {
      content(at, path, method, nameLength, shift);
    }
  }

  private static boolean leadsOut(String path) {
    return path.isEmpty()
        || path.startsWith("/")
        || path.chars().anyMatch(each -> each < ' ' || each == '\\' || each == ':')
        || List.of(path.split("/", -1)).contains("..");
  }

  private void content(int at, String path, int method, int nameLength, int shift) {
    long crc = word(at + 16);
    long packed = word(at + 20);
    long size = word(at + 24);
    long local = word(at + 42) + shift;
    if (local < 0
        || local + LOCAL_SIZE > bytes.length
        || zip.getInt((int) local) != LOCAL_SIGNATURE) {
      problem(Kind.TRUNCATED, path, "l'entrée n'est pas où la table le dit");
      return;
    }
    int localName = number((int) local + 26);
    long from = local + LOCAL_SIZE + localName + number((int) local + 28);
    if (from + packed > bytes.length) {
      problem(Kind.TRUNCATED, path, "l'entrée dépasse la fin de l'archive");
      return;
    }
    if (localName != nameLength
        || !sameName(at + ENTRY_SIZE, (int) local + LOCAL_SIZE, localName)) {
      problem(Kind.DAMAGED, path, "un autre nom dans l'entrée que dans la table");
      return;
    }
    byte[] inflated =
        method == STORED
            ? stored(path, (int) from, (int) packed)
            : inflated(path, (int) from, (int) packed);
    if (inflated == null) {
      return;
    }
    CRC32 sum = new CRC32();
    sum.update(inflated);
    if (inflated.length != size || sum.getValue() != crc) {
      problem(Kind.DAMAGED, path, "un contenu qui n'a pas la taille ou la somme annoncée");
      return;
    }
    files.add(new XdmFile(path, inflated));
  }

  private boolean sameName(int one, int other, int length) {
    return Arrays.equals(bytes, one, one + length, bytes, other, other + length);
  }

  private byte @Nullable [] stored(String path, int from, int length) {
    if (length > limits.entry() || length > left) {
      problem(Kind.TOO_LARGE, path, length + " octets");
      return null;
    }
    left -= length;
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private byte @Nullable [] inflated(String path, int from, int length) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, from, length);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[64 * 1024];
      while (!inflater.finished()) {
        int made = inflater.inflate(buffer);
        if (made == 0 && !inflater.finished()) {
          problem(Kind.DAMAGED, path, "un contenu comprimé qui ne finit pas");
          return null;
        }
        left -= made;
        out.write(buffer, 0, made);
        if (out.size() > FREE && out.size() / limits.ratio() > length) {
          problem(Kind.BOMB, path, length + " octets qui en donnent plus de " + out.size());
          return null;
        }
        if (left < 0 || out.size() > limits.entry()) {
          problem(Kind.TOO_LARGE, path, "plus de " + out.size() + " octets une fois décomprimée");
          return null;
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      problem(Kind.DAMAGED, path, "un contenu comprimé illisible");
      return null;
    } finally {
      inflater.end();
    }
  }

  private void problem(Kind kind, String place, String detail) {
    problems.add(new XdmProblem(kind, place, detail));
  }

  private int number(int at) {
    return zip.getShort(at) & 0xffff;
  }

  private long word(int at) {
    return zip.getInt(at) & 0xffffffffL;
  }
}
