package fr.socle.exigences;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tag by which a scenario names a requirement: {@code @REQ:INS/va1.53}. */
public final class RequirementTag {
  private static final String PREFIX = "@REQ:";

  private RequirementTag() {}

  /** The tag of a requirement. */
  public static String of(String requirementId) {
    return PREFIX + requirementId;
  }

  /** The requirement a tag names; empty when the tag says something else, such as {@code @PSC}. */
  public static Optional<String> requirementOf(String tag) {
    return tag.startsWith(PREFIX) && tag.length() > PREFIX.length()
        ? Optional.of(tag.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The requirements that the tags of a scenario name, in order, each once. */
  public static List<String> requirementsOf(Collection<String> tags) {
    return tags.stream()
        .map(RequirementTag::requirementOf)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
