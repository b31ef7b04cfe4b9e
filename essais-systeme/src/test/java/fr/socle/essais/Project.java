package fr.socle.essais;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project stands. */
public final class Project {
  private Project() {}

  /** Root of the clone: the folder of the launcher. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("socle")) || !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
