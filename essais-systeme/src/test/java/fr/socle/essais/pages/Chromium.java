package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen, with what it logged and what it asked for. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  // Selenium warns at each start that it knows the protocol of older browsers only.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;
  private final ObjectMapper json = new ObjectMapper();

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts a browser with nothing remembered.
   *
   * @param profile empty folder for its profile
   */
  static Chromium start(Path profile) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // it may run as root, in a container
        "--disable-dev-shm-usage",
        "--lang=fr",
        "--user-data-dir=" + profile);
    options.setAcceptInsecureCerts(true); // the authority of the bench is not installed here
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  /** Makes the page as wide as a phone or a screen: exact, scroll bars included. */
  Chromium width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  Chromium open(String address) {
    driver.get(address);
    return this;
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Elements of a kind that a person sees. */
  List<WebElement> visible(String css) {
    return all(css).stream().filter(WebElement::isDisplayed).toList();
  }

  Object script(String source, Object... arguments) {
    return driver.executeScript(source, arguments);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String text() {
    return find("body").getText();
  }

  /**
   * Waits until something is so, which the page does by itself. A page that loads itself again
   * while it is read takes its elements away: it is read again.
   */
  void until(Callable<Boolean> isSo) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(isSo);
  }

  /** Takes one choice of a list. */
  static void choose(WebElement select, String value) {
    select.findElement(By.cssSelector("option[value='" + value + "']")).click();
  }

  /** Asserts that a page of this width is read by scrolling down only. */
  void fits(int pixels) {
    width(pixels);
    assertThat(number("return window.innerWidth")).isEqualTo(pixels);
    assertThat(number("return document.scrollingElement.scrollWidth"))
        .as("width of the content on a screen of " + pixels + ", " + beyond(pixels))
        .isLessThanOrEqualTo(pixels);
  }

  private long number(String source) {
    return ((Number) script(source)).longValue();
  }

  /** What sticks out on the right, outside boxes that scroll by themselves. */
  private String beyond(int pixels) {
    return "beyond: "
        + script(
            """
            return [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > arguments[0] + 1)
              .slice(0, 5).map(e => e.tagName + '.' + e.className).join(', ')""",
            pixels);
  }

  /** What the page complained of in the console of the browser since the last call. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  /** Addresses the browser asked for since the last call. */
  List<String> requests() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = json.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        String address = message.path("params").path("request").path("url").asText();
        if (!address.startsWith("chrome://")) { // its own first page
          addresses.add(address);
        }
      }
    }
    return addresses;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
