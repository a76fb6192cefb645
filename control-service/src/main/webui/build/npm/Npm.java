import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Runs npm for the panel, with a JDK alone: by the Node and npm of the PATH where Node is new enough, else by those of
 * the npm registry, as {@code npm.properties} pins them by version and SHA-512. Started as a single source file:
 * {@code java build/npm/Npm.java ARGUMENTS}.
 */
final class Npm {
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    /** Above what either package has, in bytes. */
    private static final int MOST_BYTES = 200_000_000;

    /** The command that starts npm, and the folder of its Node, which scripts of packages find on the PATH. */
    private record Tool(List<String> command, Path node) {}

    private final Path home;
    private final Properties pinned = new Properties();

    private Npm(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path webui = Path.of("").toAbsolutePath();
        System.exit(new Npm(webui.resolve("../../../target/panel").normalize()).run(webui, arguments));
    }

    private int run(Path webui, String... arguments) throws IOException, InterruptedException {
        try (InputStream file = Files.newInputStream(webui.resolve("build/npm/npm.properties"))) {
            pinned.load(file);
        }
        Tool tool = onPath() ? new Tool(List.of(WINDOWS ? "npm.cmd" : "npm"), null) : installed();
        List<String> command = new ArrayList<>(tool.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(webui.toFile()).inheritIO();
        if (tool.node() != null) {
            String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
            builder.environment().put("PATH", tool.node() + System.getProperty("path.separator") + path);
        }
        return builder.start().waitFor();
    }

    private boolean onPath() throws InterruptedException {
        if (Boolean.parseBoolean(System.getenv("FIRSTFILL_OWN_NODE"))) {
            return false;
        }
        Matcher least = VERSION.matcher("v" + pinned.getProperty("node.least") + ".0");
        Matcher found = VERSION.matcher(output("node", "--version"));
        return least.matches()
                && found.matches()
                && number(found) >= number(least)
                && !output(WINDOWS ? "npm.cmd" : "npm", "--version").isEmpty();
    }

    private static int number(Matcher version) {
        return Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
    }

    /** Returns what a program prints, nothing where it is not there or fails. */
    private static String output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        }
    }

    private Tool installed() throws IOException, InterruptedException {
        Path nodeHome = installed("node." + system() + "-" + processor());
        Path npmHome = installed("npm");
        Path binary = nodeHome.resolve(WINDOWS ? "bin/node.exe" : "bin/node");
        if (!WINDOWS && !binary.toFile().setExecutable(true)) {
            throw new IOException(binary + " cannot be made executable");
        }
        Path cli = npmHome.resolve("bin/npm-cli.js");
        return new Tool(List.of(binary.toString(), cli.toString()), binary.getParent());
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "win" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "x64";
    }

    /** Returns the folder of a package, which is loaded once. */
    private Path installed(String key) throws IOException, InterruptedException {
        String pin = pinned.getProperty(key);
        if (pin == null) {
            throw new IOException("There is no " + key + " to load: install Node " + pinned.getProperty("node.least")
                    + " or newer, with npm");
        }
        String[] parts = pin.split(" ");
        String name = parts[0];
        Path folder = home.resolve(name + "-" + parts[1]);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        byte[] archive = loaded(name, parts[1]);
        verify(name, archive, parts[2]);
        Path unpacked = Files.createTempDirectory(Files.createDirectories(home), name);
        unpack(archive, unpacked);
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unpacked, folder);
        }
        return folder;
    }

    private static byte[] loaded(String name, String version) throws IOException, InterruptedException {
        String registry = Stream.of("npm_config_registry", "NPM_CONFIG_REGISTRY")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("https://registry.npmjs.org/");
        URI uri = URI.create(registry.replaceAll("/+$", "") + "/" + name + "/-/" + name + "-" + version + ".tgz");
        System.out.println("Loading " + name + " " + version + ", which happens once");
        HttpClient.Builder client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        HttpResponse<byte[]> answer = client.build()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static void verify(String name, byte[] archive, String sha512) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(archive);
            if (!MessageDigest.isEqual(digest, Base64.getDecoder().decode(sha512))) {
                throw new IOException("The package " + name + " is not the pinned one: its SHA-512 is "
                        + HexFormat.of().formatHex(digest));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Unpacks the plain files of a package, each below its first folder, {@code package}. */
    private static void unpack(byte[] archive, Path target) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            byte[] header = new byte[512];
            String longName = null;
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                int size = Integer.parseInt(field(header, 124, 12), 8);
                if (size > MOST_BYTES) {
                    throw new IOException("A file of " + size + " bytes");
                }
                byte[] content = new byte[(size + 511) / 512 * 512];
                in.readFully(content);
                char kind = (char) header[156];
                String name = longName != null ? longName : name(header);
                longName = kind == 'x' ? pathIn(new String(content, 0, size, StandardCharsets.UTF_8)) : null;
                if (kind == '0' || kind == 0) {
                    write(target, name, content, size);
                }
            }
        }
    }

    private static String name(byte[] header) {
        String prefix = field(header, 345, 155);
        return prefix.isEmpty() ? field(header, 0, 100) : prefix + "/" + field(header, 0, 100);
    }

    private static String field(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.UTF_8).split("\0", 2)[0].strip();
    }

    /** The path of an extended header, whose lines read {@code LENGTH path=NAME}. */
    private static String pathIn(String extended) {
        return extended.lines()
                .filter(line -> line.contains(" path="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse(null);
    }

    private static void write(Path target, String name, byte[] content, int size) throws IOException {
        Path file = target.resolve(name.substring(name.indexOf('/') + 1)).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The name " + name + " leads out of the package");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, Arrays.copyOf(content, size));
    }
}
