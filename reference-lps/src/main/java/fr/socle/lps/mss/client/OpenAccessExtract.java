package fr.socle.lps.mss.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The extraction of the Annuaire Santé in open access: persons and activities (mssante.md 3.3).
 * Columns are found by their names: the file got more of them over the years.
 */
public final class OpenAccessExtract {

  private static final String ACTIVITIES = "PS_LibreAcces_Personne_activite_";
  private static final String NATIONAL_ID = "Identification nationale PP";
  private static final String FAMILY_NAME = "Nom d'exercice";
  private static final String GIVEN_NAME = "Prénom d'exercice";
  private static final String PROFESSION = "Libellé profession";
  private static final String PLACE = "Raison sociale site";

  private OpenAccessExtract() {}

  /**
   * A professional, as the extraction describes him.
   *
   * @param places names of the structures he works in
   */
  public record Person(
      String nationalId,
      String familyName,
      String givenName,
      String profession,
      List<String> places) {

    /** Copies the list. */
    public Person {
      places = List.copyOf(places);
    }

    private Person alsoAt(List<String> others) {
      List<String> all = new ArrayList<>(places);
      others.stream().filter(each -> !all.contains(each)).forEach(all::add);
      return new Person(nationalId, familyName, givenName, profession, all);
    }
  }

  /** Loads it: the persons by national identifier. */
  public static Map<String, Person> load(Wire wire, URI address)
      throws MailFailure, InterruptedException {
    try {
      Answer answer = wire.send(HttpRequest.newBuilder(address).GET().build());
      if (answer.status() != 200) {
        throw new MailFailure(
            "L'annuaire ne donne pas son extraction (" + answer.status() + ").",
            true,
            String.valueOf(answer.status()));
      }
      return read(answer.body());
    } catch (Wire.Unreachable e) {
      throw new MailFailure(
          "L'extraction de l'annuaire ne peut pas être chargée : " + e.getMessage() + ".",
          true,
          "");
    } catch (IOException e) {
      throw new MailFailure("L'extraction de l'annuaire ne se lit pas.", false, "");
    }
  }

  static Map<String, Person> read(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith(ACTIVITIES)) {
          return lines(new BufferedReader(new InputStreamReader(zip, UTF_8)));
        }
      }
    }
    throw new IOException(ACTIVITIES);
  }

  private static Map<String, Person> lines(BufferedReader file) throws IOException {
    String header = file.readLine();
    List<String> columns = header == null ? List.of() : List.of(header.split("\\|", -1));
    int[] places = {
      columns.indexOf(NATIONAL_ID),
      columns.indexOf(FAMILY_NAME),
      columns.indexOf(GIVEN_NAME),
      columns.indexOf(PROFESSION),
      columns.indexOf(PLACE)
    };
    if (places[0] < 0 || places[1] < 0 || places[2] < 0) {
      throw new IOException(NATIONAL_ID);
    }
    Map<String, Person> people = new LinkedHashMap<>();
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      String[] cells = line.split("\\|", -1);
      String place = cell(cells, places[4]);
      Person person =
          new Person(
              cell(cells, places[0]),
              cell(cells, places[1]),
              cell(cells, places[2]),
              cell(cells, places[3]),
              place.isEmpty() ? List.of() : List.of(place));
      people.merge(person.nationalId(), person, (known, more) -> known.alsoAt(more.places()));
    }
    return people;
  }

  private static String cell(String[] cells, int place) {
    return place < 0 || place >= cells.length ? "" : cells[place];
  }
}
