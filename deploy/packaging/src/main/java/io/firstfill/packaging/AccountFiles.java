package io.firstfill.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The few files that programs expect of a system: the users, how names of hosts are looked up, and {@code /tmp}. */
record AccountFiles(Path work) {
    private static final String USERS =
            "root:x:0:0:root:/root:/sbin/nologin\nfirstfill:x:10001:10001::/tmp:/sbin/nologin\n";
    private static final String GROUPS = "root:x:0:\nfirstfill:x:10001:\n";
    private static final String NAMES = "passwd: files\ngroup: files\nhosts: files dns\n";

    List<ImageFile> files() throws IOException {
        Files.createDirectories(work);
        return List.of(
                file("passwd", USERS),
                file("group", GROUPS),
                file("nsswitch.conf", NAMES),
                ImageFile.sharedDirectory(work, "/tmp"));
    }

    private ImageFile file(String name, String content) throws IOException {
        return ImageFile.readable(Files.writeString(work.resolve(name), content), "/etc/" + name);
    }
}
