package fr.socle.features.report;

import java.util.List;

/**
 * A link inside the page.
 *
 * @param anchor anchor it leads to, empty for a text without link
 * @param text what it reads
 */
record Link(String anchor, String text) {

  static List<Link> toRequirements(List<String> ids, Anchors anchors) {
    return ids.stream().map(id -> new Link(anchors.requirement(id).orElse(""), id)).toList();
  }
}
