package io.mingjing.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Chromium, the one the machine has; it talks to nobody but the pages under test. */
final class Browser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--no-default-browser-check")));
    }

    /** A phone of its own: cookies and storage are shared with no other. */
    Page phone(boolean javaScript) {
        return page(360, 740, true, javaScript);
    }

    /** A desk at which a person of the demo opens a page and signs in with one click. */
    Page desk(URI address, String subject) {
        Page desk = page(1280, 900, false, true);
        desk.navigate(address.toString());
        desk.click("button[data-person='" + subject + "']");
        return desk;
    }

    /** Puts a page behind a slow line: 400 kbit/s, 400 ms there and back. */
    static CDPSession onASlowLine(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400_000 / 8);
        line.addProperty("uploadThroughput", 400_000 / 8);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", line);
        return session;
    }

    private Page page(int width, int height, boolean mobile, boolean javaScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(mobile)
                .setHasTouch(mobile)
                .setJavaScriptEnabled(javaScript)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    private static Path installed() {
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium or Chrome found: on Debian, apt-get install chromium fonts-noto-cjk"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
