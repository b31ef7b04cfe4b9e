package fr.socle.exigences;

import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every requirement Socle knows, read from the data files of this module (resources {@code
 * exigences/*.csv}). Titles are ours; the published texts prevail.
 *
 * <p>Immutable, so safe for use by several threads.
 */
public final class RequirementCatalogue {
  private static final List<String> FILES =
      List.of(
          "segur-ins.csv",
          "segur-psc.csv",
          "segur-ie.csv",
          "segur-dmp.csv",
          "segur-documents.csv",
          "segur-mss.csv",
          "exi-psc.csv",
          "socle-psc.csv",
          "socle-insi.csv",
          "socle-dmp.csv",
          "socle-dmp-documents.csv",
          "socle-mss.csv");
  private static final String COLUMNS =
      "id|vague|chapitre|niveau|verification|source|cle|profils|publie|titre";
  private static final String PROFILE_COLUMNS = "nom|comprend|obligatoires|titre";

  private final Map<String, Requirement> requirements = new LinkedHashMap<>();
  private final Map<String, RequirementProfile> profiles = new LinkedHashMap<>();

  /**
   * A catalogue of these rows.
   *
   * @throws IllegalArgumentException if an identifier comes twice, or a row or a profile names
   *     something that is not there
   */
  RequirementCatalogue(
      Collection<Requirement> requirements, Collection<RequirementProfile> profiles) {
    for (RequirementProfile profile : profiles) {
      requireNew(this.profiles.put(profile.name(), profile), profile.name());
    }
    for (Requirement requirement : requirements) {
      requireNew(this.requirements.put(requirement.id(), requirement), requirement.id());
      requireKnown(this.profiles.keySet(), requirement.profiles(), requirement.id());
    }
    for (RequirementProfile profile : profiles) {
      requireKnown(this.profiles.keySet(), profile.includes(), profile.name());
      requireKnown(this.requirements.keySet(), profile.mandatory(), profile.name());
    }
  }

  /**
   * Reads the catalogue of this version of Socle.
   *
   * @throws IllegalStateException if a data file is broken
   */
  public static RequirementCatalogue load() {
    List<Requirement> rows = new ArrayList<>();
    for (String file : FILES) {
      rows.addAll(new CatalogueFile(file, COLUMNS).readResource(RequirementCatalogue::requirement));
    }
    return new RequirementCatalogue(
        rows,
        new CatalogueFile("profils.csv", PROFILE_COLUMNS)
            .readResource(
                cells ->
                    new RequirementProfile(
                        cells.get(0), words(cells.get(1)), words(cells.get(2)), cells.get(3))));
  }

  /** One requirement, if the catalogue holds it. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  /**
   * One requirement.
   *
   * @throws UnknownRequirementException if the catalogue does not hold it
   */
  public Requirement get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new UnknownRequirementException(
                    "Le catalogue ne connaît pas l'exigence « "
                        + id
                        + " » : corrigez l'identifiant, ou ajoutez-la aux fichiers du module"
                        + " exigences."));
  }

  /** Every requirement, in the order of the files. */
  public List<Requirement> all() {
    return List.copyOf(requirements.values());
  }

  /** The profiles of product. */
  public List<RequirementProfile> profiles() {
    return List.copyOf(profiles.values());
  }

  /**
   * Requirements that apply to a product of a profile, those of the included profiles too.
   *
   * @throws UnknownRequirementException if there is no such profile
   */
  public List<Requirement> ofProfile(String profile) {
    Set<String> closure = closure(profile);
    return requirements.values().stream()
        .filter(requirement -> requirement.profiles().stream().anyMatch(closure::contains))
        .toList();
  }

  /**
   * Requirements without which a product of a profile is not covered, included profiles too.
   *
   * @throws UnknownRequirementException if there is no such profile
   */
  public List<Requirement> mandatoryOf(String profile) {
    Set<String> ids = new LinkedHashSet<>();
    for (String name : closure(profile)) {
      ids.addAll(profile(name).mandatory());
    }
    return ids.stream().map(this::get).toList();
  }

  private RequirementProfile profile(String name) {
    RequirementProfile profile = profiles.get(name);
    if (profile == null) {
      throw new UnknownRequirementException(
          "Profil « "
              + name
              + " » inconnu : choisissez parmi "
              + String.join(", ", profiles.keySet())
              + ".");
    }
    return profile;
  }

  private Set<String> closure(String profile) {
    Set<String> closure = new LinkedHashSet<>();
    collect(profile, closure);
    return closure;
  }

  private void collect(String name, Set<String> closure) {
    RequirementProfile profile = profile(name);
    if (closure.add(name)) {
      profile.includes().forEach(included -> collect(included, closure));
    }
  }

  private static Requirement requirement(List<String> cells) {
    String publishedId = cells.get(8);
    return new Requirement(
        cells.get(0),
        Integer.parseInt(cells.get(1)),
        cells.get(2),
        Level.valueOf(cells.get(3)),
        Verification.valueOf(cells.get(4)),
        RuleSource.valueOf(cells.get(5)),
        cells.get(6),
        cells.get(9),
        words(cells.get(7)),
        publishedId.isEmpty() ? null : publishedId);
  }

  private static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.trim().split(" +"));
  }

  private static void requireNew(@Nullable Object former, String id) {
    if (former != null) {
      throw new IllegalArgumentException(id + " is written twice");
    }
  }

  private static void requireKnown(Set<String> known, Collection<String> names, String by) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(by + " names " + name + ", which is unknown");
      }
    }
  }
}
