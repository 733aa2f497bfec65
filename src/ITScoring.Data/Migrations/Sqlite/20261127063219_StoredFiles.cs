using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoredFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode",
                table: "EvidenceUses");

            migrationBuilder.AddColumn<string>(
                name: "Part",
                table: "EvidenceUses",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FileId",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FileName",
                table: "Evidence",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplacesId",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    UploadedById = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Scan = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ScanTries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextScanAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Malware = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Users_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode_Part",
                table: "EvidenceUses",
                columns: new[] { "EvidenceId", "QuestionCode", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_AgencyId_Sha256",
                table: "StoredFiles",
                columns: new[] { "AgencyId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Scan_NextScanAt",
                table: "StoredFiles",
                columns: new[] { "Scan", "NextScanAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Sha256",
                table: "StoredFiles",
                column: "Sha256");

            migrationBuilder.AddForeignKey(
                name: "FK_Evidence_Evidence_ReplacesId",
                table: "Evidence",
                column: "ReplacesId",
                principalTable: "Evidence",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Evidence_StoredFiles_FileId",
                table: "Evidence",
                column: "FileId",
                principalTable: "StoredFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_Evidence_ReplacesId",
                table: "Evidence");

            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_StoredFiles_FileId",
                table: "Evidence");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode_Part",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "FileId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "FileName",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "Evidence");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode",
                table: "EvidenceUses",
                columns: new[] { "EvidenceId", "QuestionCode" },
                unique: true);
        }
    }
}
