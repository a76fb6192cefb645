/** The REST resources of listings: what a person announces, takes back, or wants on other terms. */
@NullMarked
package io.firstfill.control.web.listing;

import org.jspecify.annotations.NullMarked;
