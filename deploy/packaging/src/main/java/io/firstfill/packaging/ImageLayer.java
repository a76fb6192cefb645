package io.firstfill.packaging;

import java.util.List;

/**
 * A layer of an image. What changes seldom comes first, because a registry and a node keep each layer once.
 *
 * @param name what the image's history calls it
 */
record ImageLayer(String name, List<ImageFile> files) {
    ImageLayer {
        files = List.copyOf(files);
    }
}
