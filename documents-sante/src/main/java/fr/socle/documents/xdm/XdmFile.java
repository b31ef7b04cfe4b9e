package fr.socle.documents.xdm;

import java.util.Locale;

/** A file of an archive. */
public final class XdmFile {
  private final String path;
  private final byte[] bytes;

  XdmFile(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Path as the archive has it, folders parted by {@code /}. */
  public String path() {
    return path;
  }

  /** What it holds; left as it is by everybody. */
  public byte[] bytes() {
    return bytes;
  }

  /** Path of its folder with the last slash; empty at the root. */
  public String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Name without folder. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it has this path, whatever the case. */
  boolean isAt(String other) {
    return path.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT));
  }

  /** Whether it is called so, whatever the case and the folder. */
  boolean isCalled(String name) {
    return name().equalsIgnoreCase(name);
  }

  @Override
  public String toString() {
    return "XdmFile[" + path + ", " + bytes.length + "]";
  }
}
