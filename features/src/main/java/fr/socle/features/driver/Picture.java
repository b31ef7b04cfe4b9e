package fr.socle.features.driver;

import java.util.Arrays;
import java.util.Optional;

/**
 * A picture of the LPS's screen after an action, evidence for a reader and never for a verdict.
 *
 * @param form what it is, by its first bytes
 * @param bytes the file as the driver gave it, at most {@link #MOST} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a file, handed on and never compared
public record Picture(Form form, byte[] bytes) {

  /** The largest picture taken, in bytes. */
  public static final int MOST = 4 * 1024 * 1024;

  /** Forms of pictures that browsers show and that cannot carry a script. */
  public enum Form {
    /** PNG (ISO/IEC 15948). */
    PNG("png"),
    /** JPEG (ISO/IEC 10918-1). */
    JPEG("jpg"),
    /** WebP (RFC 9649). */
    WEBP("webp");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    /** End of a file name, without the dot. */
    public String extension() {
      return extension;
    }
  }

  /** The picture that a file holds, if it is one and not too large. */
  static Optional<Picture> of(byte[] bytes) {
    if (bytes.length > MOST) {
      return Optional.empty();
    }
    return form(bytes).map(form -> new Picture(form, bytes));
  }

  private static Optional<Form> form(byte[] bytes) {
    if (at(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of(Form.PNG);
    }
    if (at(bytes, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of(Form.JPEG);
    }
    return at(bytes, 0, 'R', 'I', 'F', 'F') && at(bytes, 8, 'W', 'E', 'B', 'P')
        ? Optional.of(Form.WEBP)
        : Optional.empty();
  }

  private static boolean at(byte[] bytes, int from, int... signature) {
    if (bytes.length < from + signature.length) {
      return false;
    }
    byte[] expected = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      expected[i] = (byte) signature[i];
    }
    return Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
  }

  /** Says what it is, not its bytes. */
  @Override
  public String toString() {
    return form + ", " + bytes.length + " octets";
  }
}
