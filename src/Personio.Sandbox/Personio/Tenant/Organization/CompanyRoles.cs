namespace Personio.Sandbox.Tenant;

/// <summary>The departments of the believable company.</summary>
internal static class CompanyRoles
{
    public static IReadOnlyList<DepartmentRoles> Departments { get; } =
    [
        new("Management", "MGT", -1, "1000 Management", 0, "Managing Director", ["Executive Assistant"], []),
        new("Finance", "FIN", 0, "1100 Finance", 8, "Head of Finance",
            ["Controller", "Accountant", "Senior Accountant", "Treasury Analyst"], ["Accounting", "Controlling"]),
        new("People & Culture", "P&C", 0, "1200 People & Culture", 6, "Head of People & Culture",
            ["HR Business Partner", "Recruiter", "People Operations Specialist"], ["Recruiting", "People Operations"]),
        new("Vertrieb Süd", "VTS", 0, "2000 Vertrieb Süd", 12, "Vertriebsleitung Süd",
            ["Account Manager", "Außendienstmitarbeiter:in", "Senior Account Manager", "Inside Sales Representative"],
            ["Key Accounts", "Inside Sales"]),
        new("Engineering", "ENG", 0, "3000 Engineering", 28, "Head of Engineering",
            ["Software Engineer", "Senior Software Engineer", "Firmware Engineer", "Junior Software Engineer",
                "Product Designer", "Senior Firmware Engineer"],
            ["Platform", "Firmware", "Sensors"]),
        new("Research", "RES", 4, "3100 Research", 8, "Head of Research",
            ["Research Scientist", "Senior Research Scientist", "Working Student Research"], ["Materials"]),
        new("Quality", "QM", 4, "3200 Quality", 10, "Head of Quality",
            ["Prüfingenieur:in", "Quality Analyst", "Senior Quality Engineer"], ["Test Lab"]),
        new("Payroll", "PAY", 1, "1110 Payroll", 4, "Head of Payroll", ["Lohnbuchhalter:in", "Payroll Specialist"], []),
        new("Customer Service", "CS", 0, "4000 Customer Service", 16, "Head of Customer Service",
            ["Support Specialist", "Servicetechniker:in", "Senior Support Specialist", "Field Service Engineer"],
            ["Support", "Field Service"]),
        new("IT", "IT", 0, "5000 IT", 8, "Head of IT",
            ["Systems Administrator", "Cloud Engineer", "Senior Systems Administrator", "IT Support Specialist"],
            ["Workplace", "Infrastructure"]),
    ];
}
