namespace Personio.Sandbox.Tenant;

/// <summary>
/// Formulas, quotes, line breaks, paths, and overlong names: texts that careless programs stumble over.
/// </summary>
internal static class HostileWords
{
    public static CompanyWords Create() => new()
    {
        IsHostile = true,
        Departments =
        [
            new("Operations", "OPS"), new("Finance", "FIN", 0), new("People & Culture", "P&C", 0),
            new("Vertrieb Süd", null, 0), new("Engineering", "ENG"), new("Research, \"Blue Sky\"", null, 4),
            new("Quality", "QM", 4), new("Payroll", null, 1),
        ],
        Teams =
        [
            new("Ledger"), new("Onboarding"), new("Außendienst"), new("Platform"), new("Sensors"), new("=Test Bench"),
            new("Tariffs"), new("Night Shift"),
        ],
        CostCenters =
        [
            "50101 Accounting", "50102 Treasury", "50200 Sales", "50300 Engineering", "50301 Research",
            "50900 Überhang",
        ],
        Workplaces = ["Hamburg", "München", "Graz", "Boston, MA", "Remote"],
        DoctorType = "Doctor, \"short\"",

        // The names differ by one letter: a lookup by name must not take the first one with the same prefix.
        SickTypes = ("Sick day", "Sick days"),
        AbsenceComments = [null, "Summer", "=HYPERLINK(\"x\")", "Zahnärztin, 14 Uhr", "Line one\nline \"two\"", null],
        AttendanceComments = [null, null, "Audit", "=SUM(A1:A9)", "Büro, \"late\"", null],
        CompensationTypes =
        [
            "Base salary", "Hourly salary", "Shift allowance", "Fahrtkosten, \"monthly\"", "Welcome bonus", "=Prämie",
        ],
        DocumentCategories = ["Contracts", "Zeugnisse, \"intern\"", "Sick notes", "Other"],
        Files = Files(),
        ApplicationFiles = Files(),
        DocumentComments = [null, "", "Erste Zeile\nsecond \"line\""],
        Projects =
        [
            ("Ledger move", "Line one\nline \"two\"", "Nordwerk"), ("Sensor refit, \"phase 2\"", null, null),
            ("Archiv Süd", "", null), ("=Übergabe", "Line one\nline \"two\"", null), ("Ledger move: books", null, null),
            ("Ledger move: audit", "", null), ("Sensor refit: north", "Line one\nline \"two\"", null),
            ("Open house", null, "@Client, Inc."),
        ],
        JobFamilies = ["Finance", "Engineering", "Qualität", "Sales, \"field\""],
        RecruitingCategories = ["Back office", "Außendienst", "Lab, \"north\""],
        RecruitingJobs = ["Clerk", "Prüferin (m/w/d)", "=Lead", "Night watch", "Trainee, \"x\""],
        RecruitingDepartments = [],
        RecruitingStages = ["Screening", "Gespräch", "Trial day"],
        Channel = "Website, \"jobs\"",
        Reports = ["Belegschaft, \"alle\"", "Names", "Headcount by unit", "=Old structure", "Hours"],
        DepartmentColumn = "Department, \"unit\"",
        DeadWebhook = ("https://down.example.invalid/größe?x=1", "Nobody, \"listens\""),
    };

    // File names that a program has to survive when it saves them.
    private static FileWords[] Files() =>
    [
        new("Contract.pdf", "application/pdf"), new("../x", "text/plain"), new("CON.txt", "text/plain"),
        new("Prüfung größer ß.pdf", "application/pdf"), new(new string('n', 296) + ".txt", "text/plain"),
        new("..\\..\\evil.ps1", "application/octet-stream"), new("/etc/passwd", "text/plain"),
        new("C:\\Windows\\x.ini", "text/plain"), new("a:b*c?d\"e<f>g|h.csv", "text/csv"),
        new("ends with a dot. ", "text/plain"), new("two\r\nX-Injected: lines.txt", "text/plain"),
        new("Contract.pdf", "application/pdf"), new(".hidden", "text/plain"), new("-Force.txt", "text/plain"),
        new("契約書 🖋.pdf", "application/pdf"), new("nul", "application/octet-stream"),
        new("100%25 sure%2F..%2Fx.txt", "text/plain"), new("..", "text/plain"),
        new("Arbeitsvertrag", "application/pdf"), new("Photo", "image/jpeg"),
    ];
}
