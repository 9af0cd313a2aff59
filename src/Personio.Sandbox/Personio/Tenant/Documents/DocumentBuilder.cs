using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Makes the documents, with the file names that a program saving them has to survive.</summary>
internal sealed class DocumentBuilder(int seed, TenantCalendar calendar)
{
    public const int FirstId = 7781;
    private const int FirstCategory = 7;

    private static readonly string[] s_categories = ["Contracts", "Zeugnisse, \"intern\"", "Sick notes", "Other"];

    private static readonly string[] s_signatures =
    [
        "signed", "pending", "declined", "canceled", "expired", "failed", "email_bounced", "status_unspecified",
    ];

    private static readonly (string Name, string ContentType)[] s_files =
    [
        ("Contract.pdf", "application/pdf"), ("../x", "text/plain"), ("CON.txt", "text/plain"),
        ("Prüfung größer ß.pdf", "application/pdf"), (new string('n', 296) + ".txt", "text/plain"),
        ("..\\..\\evil.ps1", "application/octet-stream"), ("/etc/passwd", "text/plain"),
        ("C:\\Windows\\x.ini", "text/plain"), ("a:b*c?d\"e<f>g|h.csv", "text/csv"), ("ends with a dot. ", "text/plain"),
        ("two\r\nX-Injected: lines.txt", "text/plain"), ("Contract.pdf", "application/pdf"), (".hidden", "text/plain"),
        ("-Force.txt", "text/plain"), ("契約書 🖋.pdf", "application/pdf"), ("nul", "application/octet-stream"),
        ("100%25 sure%2F..%2Fx.txt", "text/plain"), ("..", "text/plain"), ("Arbeitsvertrag", "application/pdf"),
        ("Photo", "image/jpeg"),
    ];

    private readonly Dice _dice = new(seed, "documents");

    public static void AddCategories(Table<NamedRow> categories)
    {
        for (int i = 0; i < s_categories.Length; i++)
        {
            categories.Add(new NamedRow { Id = Number(FirstCategory + i), Name = s_categories[i] });
        }
    }

    /// <summary>The first person has a file of every kind, the others a few.</summary>
    public void AddTo(Table<DocumentRow> documents, IReadOnlyList<string> owners)
    {
        for (int i = 0; i < owners.Count; i++)
        {
            int count = i == 0 ? s_files.Length : _dice.Next(4);
            for (int turn = 0; turn < count; turn++)
            {
                documents.Add(Make(documents.Rows.Count, owners[i], s_files[(turn + (i * 5)) % s_files.Length]));
            }
        }
    }

    private DocumentRow Make(int index, string owner, (string Name, string ContentType) file)
    {
        int age = 1 + _dice.Next(699);
        return new DocumentRow
        {
            Id = Number(FirstId + index),
            Owner = owner,
            Name = file.Name,
            FileName = file.Name,
            Date = calendar.Today.AddDays(-age),
            Comment = index % 3 == 0 ? null : index % 3 == 1 ? "" : "Erste Zeile\nsecond \"line\"",
            CategoryId = Number(FirstCategory + _dice.Next(s_categories.Length)),
            DocumentType = file.ContentType,
            ContentType = file.ContentType,

            // One is larger than any buffer somebody would read it into, one is empty.
            Size = index == 0 ? 3_000_000 : index == 2 ? 0 : 200 + _dice.Next(60_000),
            CreatedAt = calendar.At(-age, 8 + _dice.Next(9), _dice.Next(60)),
            VirusScan = index % 9 == 5 ? "unsafe" : index % 9 == 7 ? "unknown" : "safe",
            Signature = index % 2 == 0 ? s_signatures[index / 2 % s_signatures.Length] : null,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
