namespace Personio.Sandbox.Tenant;

/// <summary>Creates the job postings, each in one or two languages.</summary>
internal sealed class JobPostingBuilder(TenantCalendar calendar)
{
    public IReadOnlyList<JobPostingRow> Build() =>
    [
        new(1834101, "Lohnbuchhalter:in (m/w/d)", "Finance", "Hamburg")
        {
            AdditionalOffices = ["München", "Remote"],
            Subcompany = "Nordwerk GmbH",
            Category = "Back office",
            YearsOfExperience = "2-5",
            Keywords = "Lohn,Gehalt, DATEV",
            Occupation = "payroll",
            OccupationCategory = "accounting_and_finance",
            Salary = (48_000, 56_500, "yearly"),
            CreatedAt = calendar.At(-41, 8, 12),
            Texts = new Dictionary<string, (string, string)[]>
            {
                ["de"] =
                [
                    (
                        "Deine Aufgaben",
                        "<ul><li>Löhne &amp; Gehälter für rund 120 Kolleg:innen</li>"
                            + "<li>Prüfen der Reisekosten</li></ul>"),
                    ("Dein Profil", "<p>Du magst Zahlen<br>und bist <strong>sorgfältig</strong>.</p>"),
                ],
                ["en"] =
                [
                    (
                        "Your tasks",
                        "<ul><li>Payroll for about 120 colleagues</li><li>Checking travel expenses</li></ul>"),
                    ("Your profile", "<p>You like numbers<br>and work <strong>carefully</strong>.</p>"),
                ],
            },
        },
        new(1834102, "Sensor Firmware Engineer", "Engineering", "Boston, MA")
        {
            Subcompany = "Nordwerk, Inc.",
            Category = "Engineering",
            YearsOfExperience = "5-7",
            Keywords = "C,Rust,I²C",
            Occupation = "embedded_engineering",
            OccupationCategory = "it_software",
            CreatedAt = calendar.At(-23, 14, 5),
            Texts = new Dictionary<string, (string, string)[]>
            {
                ["en"] =
                [
                    ("What you will do", "<p>Write firmware for sensors; power &lt; 1&nbsp;mW.</p><p>Review code.</p>"),
                ],
            },
        },
        new(1834103, "Servicetechniker:in im Außendienst", "Vertrieb Süd", "München")
        {
            Subcompany = "Nordwerk GmbH",
            Category = "Außendienst",
            Schedule = "full-or-part-time",
            YearsOfExperience = "lt-1",
            Occupation = "field_service",
            OccupationCategory = "engineering_and_technical",
            CreatedAt = calendar.At(-9, 7, 30),
            Texts = new Dictionary<string, (string, string)[]>
            {
                ["de"] = [("Über uns", "<p>Wir messen, was größer wird – von Graz bis Übersee.</p>")],
            },
        },
        new(1834104, "Werkstudent:in Qualität", "Quality", "Graz")
        {
            Subcompany = "Nordwerk Österreich GmbH",
            EmploymentType = "working_student",
            Seniority = "student",
            Schedule = "part-time",
            CreatedAt = calendar.At(-2, 9),
            Texts = new Dictionary<string, (string, string)[]>(),
        },
    ];
}
