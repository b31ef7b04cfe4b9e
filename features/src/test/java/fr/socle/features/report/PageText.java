package fr.socle.features.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A written page, read back with the few questions the tests ask. */
record PageText(String html) {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][\\w-]*)((?:\"[^\"]*\"|[^\">])*?)(/?)>");
  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
  private static final Set<String> VOID = Set.of("meta", "br", "link", "img", "input");

  /** The page without what its scripts and its style sheet hold. */
  String markup() {
    return SCRIPT
        .matcher(html)
        .replaceAll("<script$1></script>")
        .replaceAll("(?s)<style>.*?</style>", "<style></style>");
  }

  /** Contents of the JSON blocks. */
  List<String> jsonBlocks() {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = SCRIPT.matcher(html);
    while (matcher.find()) {
      if (matcher.group(1).contains("application/json")) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  /** Elements that are closed wrongly or never, none for a page in order. */
  List<String> misnestings() {
    List<String> wrong = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(markup());
    while (tag.find()) {
      String name = tag.group(2);
      if (tag.group(1).isEmpty()) {
        if (tag.group(4).isEmpty() && !VOID.contains(name)) {
          open.push(name);
        }
      } else if (!name.equals(open.poll())) {
        wrong.add("</" + name + "> at " + tag.start());
      }
    }
    wrong.addAll(open);
    return wrong;
  }

  /** Values of an attribute. */
  List<String> attributes(String name) {
    return all(Pattern.compile("\\s" + name + "=\"([^\"]*)\""));
  }

  /** Texts of headings of a level. */
  List<String> headings(int level) {
    return all(Pattern.compile("<h" + level + "[^>]*>(.*?)</h" + level + ">"));
  }

  private List<String> all(Pattern pattern) {
    return pattern.matcher(markup()).results().map(result -> result.group(1)).toList();
  }
}
