package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DriverDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "pilote.md");
  private static final String BEGIN = "<!-- actions : début -->\n";
  private static final String END = "<!-- actions : fin -->";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<String> shared = new LinkedHashSet<>();

  @Test
  void describeTheActionsAsTheirSchemasDo() throws IOException {
    String page = Files.readString(PAGE);
    String tables = tables();
    Path wanted = Path.of("target", "pilote-actions.md");
    Files.writeString(wanted, tables);

    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .as("put %s between the marks of docs/pilote.md", wanted.toAbsolutePath())
        .isEqualTo(tables);
  }

  @Test
  void showExamplesThatTheSchemasAccept() throws IOException {
    String page = Files.readString(PAGE);
    ActionSchemas schemas = new ActionSchemas();
    List<JsonNode> examples = new ArrayList<>();
    Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (block.find()) {
      examples.add(json.readTree(block.group(1)));
    }

    assertThat(examples).hasSize(2);
    assertThat(schemas.breachesOfCapabilities(examples.get(0))).isEmpty();
    assertThat(schemas.breachesOfResult(examples.get(1))).isEmpty();
    assertThat(schemas.breachesOfSeen("creer-dossier", examples.get(1).get("vu"))).isEmpty();
  }

  @Test
  void showAnInputThatTheSchemaAccepts() throws IOException {
    Matcher input =
        Pattern.compile("-d '(\\{\"nomNaissance.*?\\})'").matcher(Files.readString(PAGE));

    assertThat(input.find()).isTrue();
    assertThat(new ActionSchemas().breachesOfInput("creer-dossier", json.readTree(input.group(1))))
        .isEmpty();
  }

  private String tables() throws IOException {
    StringBuilder page = new StringBuilder("\n");
    for (String action : ActionSchemas.ACTIONS) {
      JsonNode schema = schema(action);
      page.append("### ").append(action).append("\n\n");
      page.append(schema.get("title").asText()).append(". ");
      page.append(schema.get("description").asText()).append("\n\n");
      page.append("Entrée :").append(members(schema.at("/$defs/entree"))).append("\n\n");
      page.append("Vu :").append(members(schema.at("/$defs/vu"))).append("\n\n");
    }
    page.append("### Objets communs\n\n");
    JsonNode common = schema("commun").get("$defs");
    List<String> waiting = new ArrayList<>(shared);
    Set<String> told = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      String name = waiting.remove(0);
      if (!told.add(name)) {
        continue;
      }
      shared.clear();
      JsonNode definition = common.get(name);
      page.append("**").append(name).append("** :");
      if (definition.has("description")) {
        page.append(" ").append(definition.get("description").asText());
      }
      page.append(members(definition)).append("\n\n");
      waiting.addAll(shared);
    }
    return page.toString();
  }

  private JsonNode schema(String name) throws IOException {
    try (InputStream resource =
        getClass().getResourceAsStream("/schemas/actions/" + name + ".json")) {
      return json.readTree(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private String members(JsonNode type) {
    if (!type.path("properties").isObject()) {
      return " " + type(type) + ".";
    }
    Set<String> required = new LinkedHashSet<>();
    type.path("required").forEach(name -> required.add(name.asText()));
    StringBuilder table =
        new StringBuilder("\n\n| Membre | Type | Obligatoire | |\n|---|---|---|---|");
    type.get("properties")
        .properties()
        .forEach(
            member ->
                table
                    .append("\n| `%s` | ".formatted(member.getKey()))
                    .append(type(member.getValue()).replace("|", "\\|"))
                    .append(" | ")
                    .append(required.contains(member.getKey()) ? "oui" : "non")
                    .append(" | ")
                    .append(member.getValue().path("description").asText())
                    .append(" |"));
    return table.toString();
  }

  private String type(JsonNode type) {
    if (type.has("$ref")) {
      String name = type.get("$ref").asText().replaceAll(".*/", "");
      if (name.equals("vide")) {
        return "`{}`";
      }
      shared.add(name);
      return "[" + name + "](#objets-communs)";
    }
    if (type.has("enum")) {
      List<String> words = new ArrayList<>();
      type.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
      return String.join(", ", words);
    }
    return switch (type.path("type").asText()) {
      case "array" -> "liste de " + type(type.get("items"));
      case "boolean" -> "vrai ou faux";
      case "integer" -> "nombre";
      case "object" ->
          type.has("properties")
              ? "objet : " + fields(type)
              : type.path("additionalProperties").isObject()
                  ? "textes par nom"
                  : type.path("additionalProperties").isBoolean() ? "`{}`" : "objet ouvert";
      default -> type.has("pattern") ? "texte `" + type.get("pattern").asText() + "`" : "texte";
    };
  }

  private String fields(JsonNode type) {
    List<String> fields = new ArrayList<>();
    type.get("properties")
        .properties()
        .forEach(f -> fields.add("`" + f.getKey() + "` " + type(f.getValue())));
    return String.join(", ", fields);
  }
}
