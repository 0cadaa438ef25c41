namespace Lrs.Server.Pages;

/// <summary>Scripts that read the answer to a question to its last page. Key and secret come from the environment. Addresses hold no quotes, so they stand in quotes as they are.</summary>
internal static class ConnectScripts
{
    /// <summary>Python 3 with nothing besides: writes <c>NAME.csv</c>.</summary>
    public static string Python(ConnectQuestion question, string address) => $$"""
        # {{question.Title}}
        # Writes {{question.Name}}.csv. Set LRS_KEY and LRS_SECRET first; the address holds no secret.
        import base64
        import csv
        import json
        import os
        import urllib.request

        address = "{{address}}"
        credential = base64.b64encode(f"{os.environ['LRS_KEY']}:{os.environ['LRS_SECRET']}".encode()).decode()


        def pages(url):
            while url:
                request = urllib.request.Request(url, headers={"Authorization": f"Basic {credential}", "Accept": "application/json;odata.metadata=minimal"})
                with urllib.request.urlopen(request) as answer:
                    page = json.load(answer)
                yield page["value"]
                url = page.get("@odata.nextLink")


        def flat(row):
            columns = {}
            for name, value in row.items():
                if isinstance(value, dict):
                    columns.update({f"{name} {inner}": of for inner, of in value.items()})
                else:
                    columns[name] = value
            return columns


        rows = [flat(row) for page in pages(address) for row in page]
        names = list(dict.fromkeys(name for row in rows for name in row))
        with open("{{question.Name}}.csv", "w", newline="", encoding="utf-8-sig") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        print(f"{len(rows)} rows in {{question.Name}}.csv")

        """;

    /// <summary>R with the packages httr2 and jsonlite: makes a data frame.</summary>
    public static string R(ConnectQuestion question, string address) => $$"""
        # {{question.Title}}
        # Makes the data frame rows. Set LRS_KEY and LRS_SECRET first; install.packages(c("httr2", "jsonlite")) once.
        library(httr2)
        library(jsonlite)

        address <- "{{address}}"
        pages <- list()
        while (!is.null(address)) {
          answer <- request(address) |>
            req_auth_basic(Sys.getenv("LRS_KEY"), Sys.getenv("LRS_SECRET")) |>
            req_headers(Accept = "application/json;odata.metadata=minimal") |>
            req_perform()
          page <- fromJSON(resp_body_string(answer), flatten = TRUE)
          pages[[length(pages) + 1]] <- page$value
          address <- page[["@odata.nextLink"]]
        }
        rows <- rbind_pages(pages)
        print(nrow(rows))

        """;

    /// <summary>A shell with curl: writes <c>NAME.csv</c>, which holds a million rows at most.</summary>
    public static string Curl(ConnectQuestion question, string address) => $$"""
        #!/bin/sh
        # {{question.Title}}
        # Writes {{question.Name}}.csv. Set LRS_KEY and LRS_SECRET first; the address holds no secret.
        set -eu
        curl --fail --silent --show-error --user "$LRS_KEY:$LRS_SECRET" --header 'Accept: text/csv' --output {{question.Name}}.csv \
          "{{address.Replace("$", "\\$", StringComparison.Ordinal)}}"

        """.ReplaceLineEndings("\n");
}
