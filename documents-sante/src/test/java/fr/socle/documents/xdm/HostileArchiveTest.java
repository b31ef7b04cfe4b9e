package fr.socle.documents.xdm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.xdm.XdmProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that were made to harm: each gives its own problem, none costs more than the limits. */
class HostileArchiveTest {
  private static final byte[] WORD = "bonjour bonjour".getBytes(UTF_8);

  @Test
  void whatIsNoZipIsTold() {
    assertThat(kinds("bonjour".getBytes(UTF_8))).containsExactly(Kind.NOT_A_ZIP);
    assertThat(kinds(new byte[0])).containsExactly(Kind.NOT_A_ZIP);
  }

  @Test
  void aTruncatedArchiveIsTold() throws Exception {
    byte[] archive = XdmArchiveTest.archive();
    assertThat(kinds(Arrays.copyOf(archive, archive.length / 2))).containsExactly(Kind.TRUNCATED);
  }

  @Test
  void whatStandsBeforeAndAfterAnArchiveDoesNotHideIt() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[77]);
    out.writeBytes(XdmArchiveTest.archive());
    out.writeBytes("\r\n".getBytes(UTF_8));

    XdmArchive archive = new XdmReader().read(out.toByteArray());

    assertThat(archive.problems()).isEmpty();
    assertThat(archive.documents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/etc/passwd", "C:/a", "a\\..\\b", "IHE_XDM/../../A", "a\0b"})
  void aPathThatLeadsOutIsToldAndNotFollowed(String path) throws Exception {
    XdmArchive archive = new XdmReader().read(zip(Map.of(path, WORD)));

    assertThat(archive.problems()).extracting(XdmProblem::kind).containsExactly(Kind.PATH);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void aBombIsGivenUp() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("A.TXT", WORD);
    files.put("B.TXT", new byte[30 << 20]);

    XdmArchive archive = new XdmReader().read(zip(files));

    assertThat(archive.problems()).extracting(XdmProblem::kind).containsExactly(Kind.BOMB);
    assertThat(archive.files()).extracting(XdmFile::path).containsExactly("A.TXT");
  }

  @Test
  void manyLargeEntriesStopAtTheTotal() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 8; i++) {
      byte[] noise = new byte[400_000];
      random.nextBytes(noise);
      files.put("F" + i, noise);
    }
    XdmArchive archive =
        new XdmReader(new XdmLimits(10, 1 << 20, 1 << 20, 500, 100)).read(zip(files));

    assertThat(archive.problems())
        .extracting(XdmProblem::kind)
        .contains(Kind.TOO_LARGE)
        .containsOnly(Kind.TOO_LARGE);
    assertThat(archive.files()).hasSize(2);
  }

  @Test
  void aHundredThousandEntriesAreNotRead() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      files.put("F" + i, new byte[0]);
    }
    XdmArchive archive = new XdmReader().read(zip(files));

    assertThat(archive.problems()).extracting(XdmProblem::kind).containsExactly(Kind.TOO_MANY);
    assertThat(archive.problems().get(0).detail()).contains("100000");
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void anEncryptedEntryIsTold() throws Exception {
    assertThat(kinds(marked(zip(Map.of("A", WORD)), 8, 1))).containsExactly(Kind.ENCRYPTED);
  }

  @Test
  void anotherCompressionIsTold() throws Exception {
    assertThat(kinds(marked(zip(Map.of("A", WORD)), 10, 12))).containsExactly(Kind.METHOD);
  }

  @Test
  void aLargeEntryOfTheOtherFormIsTold() throws Exception {
    byte[] zip = zip(Map.of("A", WORD));
    assertThat(kinds(marked(marked(zip, 24, 0xffff), 26, 0xffff))).containsExactly(Kind.ZIP64);
  }

  /** The local header of such an entry tells no size: the table does. */
  @Test
  void aStoredEntryWithItsSizesAfterItIsRead() throws Exception {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(stored)) {
      ZipEntry entry = new ZipEntry("A");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(WORD.length);
      CRC32 sum = new CRC32();
      sum.update(WORD);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(WORD);
      zip.closeEntry();
    }

    XdmArchive archive = new XdmReader().read(described(stored.toByteArray()));

    assertThat(archive.problems()).isEmpty();
    assertThat(archive.files()).singleElement().extracting(XdmFile::bytes).isEqualTo(WORD);
  }

  /** The same archive, of one entry, with a data descriptor (APPNOTE 4.3.9). */
  private static byte[] described(byte[] zip) {
    int after = 30 + 1 + WORD.length;
    ByteBuffer table = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer out = ByteBuffer.allocate(zip.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    out.put(zip, 0, after);
    out.putInt(0x08074b50).put(zip, 14, 12).put(zip, after, zip.length - after);
    out.putShort(6, (short) 8).putInt(14, 0).putInt(18, 0).putInt(22, 0);
    int directory = after + 16;
    out.putShort(directory + 8, (short) 8);
    int end = zip.length - 22;
    out.putInt(end + 16 + 16, table.getInt(end + 16) + 16);
    return out.array();
  }

  @Test
  void aPathThatStandsTwiceIsToldWhateverItsCase() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("A.TXT", WORD);
    files.put("a.txt", WORD);
    assertThat(kinds(zip(files))).containsExactly(Kind.DUPLICATE);
  }

  @Test
  void anEntryThatDoesNotHoldWhatTheTableSaysIsTold() throws Exception {
    byte[] zip = zip(Map.of("A", WORD));
    assertThat(kinds(marked(zip, 16, 7))).containsExactly(Kind.DAMAGED);
    byte[] renamed = zip.clone();
    renamed[30] = 'Z'; // In the entry, not in the table.
    assertThat(kinds(renamed)).containsExactly(Kind.DAMAGED);
  }

  @Test
  void tablesThatLeadElsewhereAreTold() throws Exception {
    byte[] zip = zip(Map.of("A", WORD));
    assertThat(kinds(marked(zip, 42, 0x7000))).containsExactly(Kind.TRUNCATED);
    assertThat(kinds(marked(zip, 28, 0x7000))).containsExactly(Kind.TRUNCATED);
  }

  /** Whatever is changed, there is an answer and no exception. */
  @Test
  void anArchiveBrokenAnywhereIsRead() throws Exception {
    byte[] archive = XdmArchiveTest.archive();
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] broken = archive.clone();
      for (int j = 0; j < 3; j++) {
        int at =
            i % 2 == 0
                ? random.nextInt(broken.length)
                : broken.length - 1 - random.nextInt(Math.min(400, broken.length));
        broken[at] = (byte) random.nextInt(256);
      }
      assertThat(new XdmReader().read(broken).problems()).isNotNull();
    }
  }

  private static Iterable<Kind> kinds(byte[] archive) {
    return new XdmReader().read(archive).problems().stream().map(XdmProblem::kind).toList();
  }

  /** Sixteen bits changed in the first entry of the table. */
  private static byte[] marked(byte[] zip, int at, int value) {
    byte[] marked = zip.clone();
    ByteBuffer buffer = ByteBuffer.wrap(marked).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 4 < marked.length; i++) {
      if (buffer.getInt(i) == 0x02014b50) {
        buffer.putShort(i + at, (short) value);
        return marked;
      }
    }
    throw new IllegalArgumentException("no table");
  }

  private static byte[] zip(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
