package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.essais.ReferenceProcess;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleCommand.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What identity use cases cost, as {@code rapport.html} shows it of a software in a hurry. */
class UsagePageTest {
  private static final String LINES = "#usages tr:has(td[data-t])";

  @TempDir private static Path folder;
  private static Chromium browser;
  private static Path page;
  private static JsonNode report;

  @BeforeAll
  static void run() throws Exception {
    try (ReferenceProcess lps = ReferenceProcess.mutant("insi-lent-redemande")) {
      Path out = folder.resolve("rapport");
      Ended run =
          SocleCommand.run(
              folder.resolve("sortie.txt"),
              "run",
              "--lps",
              lps.describe(folder).toString(),
              "--tags",
              "@usage:plusieurs-prenoms or @usage:retrograder",
              "--out",
              out.toString());
      assertThat(run.code()).as(run.output()).isZero();
      page = out.resolve("rapport.html");
      report = JsonMapper.builder().build().readTree(out.resolve("report.json").toFile());
    }
    browser = Chromium.start(Files.createDirectory(folder.resolve("profil")));
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void open() {
    browser.complaints();
    browser.width(1280).open(page.toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void showsTheCallsThatASlowInsiReceivedTwice(int width) {
    browser.width(width);

    List<WebElement> lines = browser.visible(LINES);

    assertThat(lines).hasSize(4);
    assertThat(cell(lines.get(0), "INSi répond")).isEqualTo("aussitôt");
    assertThat(cell(lines.get(1), "INSi répond")).isEqualTo("en 3 s");
    assertThat(cell(lines.get(0), "Appels")).isEqualTo("3");
    assertThat(cell(lines.get(0), "Doublons")).isEqualTo("0");
    assertThat(cell(lines.get(1), "Appels")).isEqualTo("6");
    assertThat(cell(lines.get(1), "Doublons")).isEqualTo("3");
    assertThat(lines.get(1).getText()).contains("réserve");
    browser.fits(width);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsTheFiguresOfTheReport() {
    List<WebElement> lines = browser.visible(LINES);
    int line = 0;
    for (JsonNode use : report.get("usages")) {
      for (JsonNode play : use.get("plays")) {
        WebElement shown = lines.get(line++);
        assertThat(shown.getText()).contains(use.get("title").asText());
        assertThat(cell(shown, "Gestes")).isEqualTo(play.at("/cost/userSteps").asText());
        assertThat(cell(shown, "Appels")).isEqualTo(play.at("/cost/calls").asText());
        assertThat(cell(shown, "Doublons")).isEqualTo(play.at("/cost/duplicates").asText());
        assertThat(cell(shown, "Durée")).matches("\\d+(,\\d)? ?(ms|s)");
      }
    }
    assertThat(lines).hasSize(line);
  }

  @Test
  void namesEachFigureOnAPhoneWhereTheTableHasNoHead() {
    browser.width(390);

    assertThat(browser.visible("#usages thead")).isEmpty();
    assertThat(
            browser.script(
                "return getComputedStyle(document.querySelector("
                    + "'#usages td[data-t=Doublons]'), '::before').content"))
        .isEqualTo("\"Doublons : \"");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void leadsFromAFigureToTheScenarioThatGaveIt(int width) {
    browser.width(width);
    WebElement link = browser.visible(LINES).get(1).findElement(By.cssSelector("td:last-child a"));
    String anchor = link.getDomAttribute("href");

    link.click();

    WebElement card = browser.find(anchor);
    browser.until(card::isDisplayed);
    assertThat(card.getText()).contains("au bout de trois secondes");
    browser.fits(width);
  }

  private static String cell(WebElement line, String name) {
    return line.findElement(By.cssSelector("td[data-t='" + name + "']")).getText();
  }
}
