package fr.socle.bench.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that stand or fall together: a seal, written last and at once, lists the digest of each.
 * Without its seal, or with one byte changed, the set does not exist. A process killed while
 * writing therefore leaves either the former set, the new one, or none.
 *
 * @param folder where the files are
 * @param profile one line about what was asked for when the set was made
 * @param contents bytes by path relative to the folder
 */
record SealedFiles(Path folder, String profile, Map<String, byte[]> contents) {
  private static final String FORMAT = "socle-pki 1";
  private static final String PARTIAL = ".partiel";

  SealedFiles {
    contents = Collections.unmodifiableMap(new TreeMap<>(contents));
  }

  /** Reads a set; empty when it is absent, incomplete or altered. */
  static Optional<SealedFiles> read(Path folder, String sealName) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(sealName), StandardCharsets.UTF_8);
      if (lines.size() < 2 || !lines.get(0).equals(FORMAT)) {
        return Optional.empty();
      }
      Map<String, byte[]> contents = new TreeMap<>();
      for (String line : lines.subList(2, lines.size())) {
        int space = line.indexOf("  ");
        if (space < 0) {
          return Optional.empty();
        }
        String path = line.substring(space + 2);
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        if (!digest(bytes).equals(line.substring(0, space))) {
          return Optional.empty();
        }
        contents.put(path, bytes);
      }
      return Optional.of(new SealedFiles(folder, lines.get(1), contents));
    } catch (IOException e) {
      // Unreadable is as good as absent: the set is made again, and writing tells what is wrong.
      return Optional.empty();
    }
  }

  /** Replaces a whole set. The caller holds the lock of the folder. */
  static SealedFiles write(
      Path folder, String sealName, String profile, Map<String, byte[]> contents)
      throws IOException {
    Files.deleteIfExists(folder.resolve(sealName));
    removeLeftovers(folder);
    return new SealedFiles(folder, profile, Map.of()).with(sealName, contents);
  }

  /** Adds files to the set. The caller holds the lock of the folder. */
  SealedFiles with(String sealName, Map<String, byte[]> added) throws IOException {
    Map<String, byte[]> all = new TreeMap<>(contents);
    all.putAll(added);
    for (Map.Entry<String, byte[]> file : added.entrySet()) {
      place(folder.resolve(file.getKey()), file.getValue(), secret(file.getKey()));
    }
    StringBuilder seal = new StringBuilder(FORMAT).append('\n').append(profile).append('\n');
    all.forEach((path, bytes) -> seal.append(digest(bytes)).append("  ").append(path).append('\n'));
    place(folder.resolve(sealName), seal.toString().getBytes(StandardCharsets.UTF_8), false);
    return new SealedFiles(folder, profile, all);
  }

  boolean has(String path) {
    return contents.containsKey(path);
  }

  byte[] bytes(String path) {
    byte[] bytes = contents.get(path);
    if (bytes == null) {
      throw new IllegalStateException("Fichier " + path + " absent de " + folder + ".");
    }
    return bytes;
  }

  /** What a writer killed in the middle left; the lock says that nobody is writing now. */
  private static void removeLeftovers(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path leftover : files.filter(file -> file.toString().endsWith(PARTIAL)).toList()) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  private static boolean secret(String path) {
    return path.endsWith("key.pem") || (path.startsWith("clients/") && path.endsWith(".p12"));
  }

  private static void place(Path target, byte[] bytes, boolean secret) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new NoSuchFileException(target.toString());
    }
    Files.createDirectories(parent);
    Path partial = parent.resolve("." + UUID.randomUUID() + PARTIAL);
    try {
      // Created closed: a key is never readable by others, not even for an instant.
      Files.createFile(partial, permissions(parent, secret));
      Files.write(partial, bytes);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static FileAttribute<?>[] permissions(Path folder, boolean secret) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> granted =
        PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--");
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(granted)};
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 absent de ce JDK.", e);
    }
  }
}
