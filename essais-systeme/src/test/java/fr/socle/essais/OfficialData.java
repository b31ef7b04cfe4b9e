package fr.socle.essais;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the national agency publishes and the project may not carry: example documents and value
 * sets. Beside the clone, or where the system property {@code socle.donnees} says.
 */
public final class OfficialData {
  private OfficialData() {}

  /** The folder of a kind of data: {@code cda} or {@code jdv}. */
  public static Path folder(String kind) {
    Path folder =
        Path.of(System.getProperty("socle.donnees", Project.root() + "/../shared/data"))
            .resolve(kind);
    if (!Files.isDirectory(folder)) {
      throw new AssertionError(
          "Les données officielles ne sont pas dans "
              + folder.toAbsolutePath().normalize()
              + " : mettez-les là, ou donnez leur dossier par -Dsocle.donnees=DOSSIER.");
    }
    return folder;
  }
}
